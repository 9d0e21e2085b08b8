package org.jingzhun.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jingzhun.sample.Sample;
import org.jingzhun.sample.SampleOptions;
import org.jingzhun.sample.Targeting;

/**
 * Takes the sample county (隆林各族自治县) from survey to helpers, as an outside client would: through the public
 * interfaces alone, with tokens of the offices that take each step. Done again after an interruption, it goes on: what is
 * imported or decided already stays as it is.
 */
final class SampleRun implements FirstRun {

    /** Longlin, or another county of Guangxi that the environment names. */
    static final String COUNTY = System.getenv().getOrDefault("JINGZHUN_SAMPLE_COUNTY", "451031");

    private static final long SEED = 42;
    static final String REGION = "45";

    private final Path folder;

    /** @param folder takes the sample's files; they are left there for those who want to look */
    SampleRun(Path folder) {
        this.folder = folder;
    }

    @Override
    public void drive(SuiteAddresses suite, TokenSource tokens, Progress progress) {
        SampleReport report = new SampleReport(progress);
        report.step("sample files", this::writeFiles);
        try (Api api = new Api(suite, tokens)) {
            JsonNode manifest =
                    api.json().readTree(folder.resolve("sample.json").toFile());
            new SampleSurvey(api, folder, manifest, report).run();
            new SampleProcedure(api, folder, manifest, report).run();
            Set<String> registered = new HashSet<>();
            long[] persons = new long[1];
            api.eachRow(
                    SuiteService.IDENTIFICATION,
                    Token.of("auditor", COUNTY),
                    "/v1/register?division=" + COUNTY,
                    row -> {
                        registered.add(row.path("householdId").asText());
                        persons[0] += row.path("persons").asLong();
                    });
            report.registered(
                    registered.size(), persons[0], manifest.path("quotaPersons").asLong());
            report.targeting(Targeting.measure(folder.resolve("truth.ndjson.gz"), registered));
            new SampleSupport(api, folder, manifest, report).run(registered.size());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        progress.print(report.table());
    }

    private void writeFiles() {
        if (Files.exists(folder.resolve("sample.json"))) {
            return;
        }
        try {
            Sample.of(SampleOptions.of(SEED, COUNTY).compressed()).writeTo(folder);
        } catch (IOException failure) {
            throw new SuiteFailure(
                    "Sample files cannot be written in %s: %s".formatted(folder, failure.getMessage()), failure);
        }
    }

    /** An id that is the same at each try, so that a repeated request changes nothing. */
    static UUID id(String what) {
        return UUID.nameUUIDFromBytes(("jingzhun sample " + what).getBytes(StandardCharsets.UTF_8));
    }
}
