package org.jingzhun.identification.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.jingzhun.identification.testing.Client.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.Client;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.Registered;
import org.junit.jupiter.api.Test;

/** Files of a division are compiled by a job and fetched as often as somebody needs them. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class ExportStoryTest {

    @Inject
    Exports exports;

    @Test
    void filesAreCompiledOnceAndFetchedAsTheyWereThen() throws IOException, SQLException {
        County county = Registered.register(
                new County("450447", 7700, 1).household("甲", 1, 3, 46).household("乙", 1, 2, 49), 1, 10);
        UUID household = county.household("甲");
        order(county, "450448").statusCode(403).body("code", equalTo("whole-division-required"));
        order(county, "4504471").statusCode(400);

        var ordered = new ArrayList<String>();
        locked("archive_export_file", () -> {
            ordered.add(order(county, county.code()).statusCode(202).extract().path("id"));
            county.county()
                    .accept("application/zip")
                    .get("/v1/archives/exports/" + ordered.getFirst() + "/file")
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("archive-export-unfinished"));
        });
        String export = ordered.getFirst();
        assertThat(Client.finished("county-officer", county.code(), export).getInt("households"))
                .isEqualTo(2);
        county.county()
                .get("/v1/archives/exports/" + export)
                .then()
                .statusCode(200)
                .body("households", equalTo(2))
                .body("division", equalTo(county.code() + "000000"))
                .body("until", notNullValue());
        byte[] file = fetch(county, export);
        Map<String, String> entries = entries(file);
        String name = county.village(1) + "/" + household + ".json";
        assertThat(entries).hasSize(3).containsKey(name);
        assertThat(entries.getOrDefault("SHA256SUMS.txt", "").lines())
                .hasSize(2)
                .contains(Sha256.of(entries.getOrDefault(name, "")) + "  " + name);
        assertThat(entries.getOrDefault(name, "")).contains(county.idNumber("甲"));
        verified(county, entries.getOrDefault(name, ""));

        Registered.post(
                        county,
                        "county-officer",
                        "proposer",
                        "/v1/register/" + household + "/transitions",
                        "{\"kind\":\"REMOVE\",\"year\":2018,\"reason\":\"有商品房\",\"evidence\":[\"房产证明\"]}")
                .statusCode(201);
        assertThat(fetch(county, export)).isEqualTo(file);
        isForNobodyElse(county, export);
        as("auditor", county.code())
                .get("/v1/audit?action=archives-read")
                .then()
                .body("items.details.export", hasItem(export));
        isStoredEncrypted(county);
        isDroppedAfterAWeek(county, export);
    }

    private void isDroppedAfterAWeek(County county, String export) throws SQLException {
        String younger = order(county, county.code()).statusCode(202).extract().path("id");
        Client.finished("county-officer", county.code(), younger);
        own("update archive_export set ordered_at = ordered_at - interval '167 hours' where id = ?", export);
        exports.dropOld();
        fetch(county, export);
        own("update archive_export set ordered_at = ordered_at - interval '1 hour' where id = ?", export);
        exports.dropOld();
        county.county().get("/v1/archives/exports/" + export).then().statusCode(404);
        assertThat(own("delete from archive_export_file where export_id = ?", export))
                .isZero();
        fetch(county, younger);
    }

    private static int own(String change, String export) throws SQLException {
        var own = PlatformResource.platform().addresses().database("identification");
        try (var owner = DriverManager.getConnection(own.jdbcUrl(), own.ownerUser(), own.ownerPassword());
                var statement = owner.prepareStatement(change)) {
            statement.setObject(1, UUID.fromString(export));
            return statement.executeUpdate();
        }
    }

    /** What a job does meanwhile waits. */
    private static void locked(String table, Runnable work) throws SQLException {
        var own = PlatformResource.platform().addresses().database("identification");
        try (var owner = DriverManager.getConnection(own.jdbcUrl(), own.ownerUser(), own.ownerPassword());
                var lock = owner.prepareStatement("lock table " + table + " in exclusive mode")) {
            owner.setAutoCommit(false);
            lock.execute();
            work.run();
            owner.rollback();
        }
    }

    private static void isForNobodyElse(County county, String export) {
        as("auditor", county.code())
                .get("/v1/archives/exports/" + export + "/file")
                .then()
                .statusCode(403)
                .body("code", equalTo("archive-tells-more"));
        as("county-officer", "450448")
                .get("/v1/archives/exports/" + export)
                .then()
                .statusCode(404);
    }

    private void isStoredEncrypted(County county) throws SQLException {
        var own = PlatformResource.platform().addresses().database("identification");
        try (var owner = java.sql.DriverManager.getConnection(own.jdbcUrl(), own.ownerUser(), own.ownerPassword());
                var select = owner.prepareStatement(
                        "select count(*), count(*) filter (where position(convert_to('householdId', 'UTF8') in content) > 0)"
                                + " from archive_export_file where village_code = ?")) {
            select.setLong(1, Long.parseLong(county.village(1)));
            try (var row = select.executeQuery()) {
                assertThat(row.next()).isTrue();
                assertThat(row.getInt(1)).isEqualTo(2);
                assertThat(row.getInt(2)).isZero();
            }
        }
    }

    private static void verified(County county, String text) {
        county.county()
                .body(text)
                .post("/v1/archives/verification")
                .then()
                .statusCode(200)
                .body("issued", equalTo(true))
                .body("current", equalTo(true));
    }

    private static ValidatableResponse order(County county, String division) {
        return county.county()
                .body("{\"division\":\"%s\",\"reason\":\"移交\"}".formatted(division))
                .post("/v1/archives/exports")
                .then();
    }

    private static byte[] fetch(County county, String export) {
        return county.county()
                .accept("application/zip")
                .get("/v1/archives/exports/" + export + "/file")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static Map<String, String> entries(byte[] file) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }
}
