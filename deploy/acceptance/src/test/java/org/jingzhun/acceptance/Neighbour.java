package org.jingzhun.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jingzhun.sample.Sample;
import org.jingzhun.sample.SampleFile;
import org.jingzhun.sample.SampleOptions;
import org.jingzhun.standalone.Api;
import org.jingzhun.standalone.SuiteService;
import org.jingzhun.standalone.Token;

/** A second county, whose households and members are imported beside the sample run. */
record Neighbour(Api api, Path files, Sample sample) {

    static final Token SYSTEM = Token.of("system", "45", "acceptance");

    private static final String COUNTY = "451030";

    /** Brings its divisions and households, not its members. */
    static Neighbour bring(Api api, Path files) throws IOException {
        Sample sample = Sample.of(SampleOptions.of(7, COUNTY)
                .only(SampleFile.DIVISIONS, SampleFile.HOUSEHOLDS, SampleFile.MEMBERS)
                .compressed());
        sample.writeTo(files);
        var neighbour = new Neighbour(api, files, sample);
        for (String kind : List.of("divisions", "households")) {
            api.importFile(SuiteService.IDENTIFICATION, SYSTEM, "kind=" + kind, neighbour.file(kind));
        }
        return neighbour;
    }

    private Path file(String kind) {
        return files.resolve(kind + ".ndjson.gz");
    }

    /** Starts the import of its members, and gives the job's path. */
    String startMembers() {
        return api.startImport(SuiteService.IDENTIFICATION, SYSTEM, "kind=members", file("members"));
    }

    /** Persons of each household, as they were sent. */
    Map<String, Integer> sent() {
        return sample.villages()
                .flatMap(village -> village.households().stream())
                .collect(Collectors.toMap(
                        household -> household.id().toString(),
                        household -> household.members().size()));
    }

    /** Persons of each household, as the service has them. */
    Map<String, Integer> stored() {
        Map<String, Integer> stored = new HashMap<>();
        api.eachRow(
                SuiteService.IDENTIFICATION,
                Token.of("county-officer", COUNTY),
                "/v1/households",
                household -> assertThat(stored.put(
                                household.path("id").asText(),
                                household.path("persons").asInt()))
                        .isNull());
        return stored;
    }
}
