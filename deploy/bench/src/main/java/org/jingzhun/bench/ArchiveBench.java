package org.jingzhun.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.DriverManager;
import java.util.List;
import org.jingzhun.standalone.Api;
import org.jingzhun.standalone.SuiteService;
import org.jingzhun.standalone.Token;
import org.jingzhun.standalone.platform.PlatformAddresses;
import org.jingzhun.standalone.platform.PlatformProcess;

/**
 * Seals and exports the archive of the largest county of a region ({@link RegionRegister}), over HTTP of
 * identification-service, running as it is. A seal compiles each file for three measures of what it may tell, an export for
 * one.
 */
final class ArchiveBench {

    private static final double SECOND = 1e9;
    private static final SuiteService SERVICE = SuiteService.IDENTIFICATION;

    private ArchiveBench() {}

    static List<Figure> run() throws Exception {
        try (Scratch scratch = Scratch.make();
                var platform = PlatformProcess.start(scratch.path(), "identification")) {
            PlatformAddresses addresses = platform.addresses();
            PlatformAddresses.Database database = addresses.database("identification");
            try (var service = RunningService.start("identification-service", database, addresses, scratch.path());
                    var connection = DriverManager.getConnection(
                            database.jdbcUrl(), database.ownerUser(), database.ownerPassword());
                    var api = service.api(SERVICE)) {
                RegionRegister.make(connection);
                String county = RegionRegister.largestCounty(connection);
                Token officer = Token.of("county-officer", county, "bench");
                double exported = perSecond(
                        api,
                        officer,
                        "/v1/archives/exports",
                        api.json().createObjectNode().put("division", county).put("reason", "bench"));
                double sealed = perSecond(
                        api,
                        officer,
                        "/v1/archives/seals",
                        api.json().createObjectNode().put("county", county).put("year", 2020));
                service.requireAlive();
                return List.of(new Figure(
                        "sealing files of county " + county, sealed, "households/s", exported, "exporting them"));
            }
        }
    }

    private static double perSecond(Api api, Token officer, String path, ObjectNode body) {
        long start = System.nanoTime();
        long households = api.postJob(SERVICE, officer, path, body)
                .path("result")
                .path("households")
                .asLong();
        return households * SECOND / (System.nanoTime() - start);
    }
}
