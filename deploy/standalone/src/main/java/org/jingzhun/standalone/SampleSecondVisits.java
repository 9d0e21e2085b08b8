package org.jingzhun.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * The second visits (二入户) to everybody whom a flag or the edge of the line puts in doubt. Another team finds in the
 * sample county what the first one found.
 */
record SampleSecondVisits(Api api, Path folder, JsonNode manifest, SampleReport report) {

    private static final Token OFFICE = Token.of("county-officer", SampleRun.COUNTY, "扶贫办主任");
    private static final String HOUSEHOLD = "\"householdId\":\"";
    private static final int UUID_LENGTH = 36;
    private static final int DAYS_LATER = 14;

    void run() {
        Set<String> due = new HashSet<>();
        api.eachRow(
                SuiteService.IDENTIFICATION,
                OFFICE,
                "/v1/campaigns/" + manifest.path("campaignId").asText() + "/second-visits?made=false",
                row -> due.add(row.path("householdId").asText()));
        if (due.isEmpty()) {
            return;
        }
        try {
            Path file = Files.createTempFile("second-visits", ".ndjson");
            write(due, file);
            JsonNode job = api.importFile(
                    SuiteService.IDENTIFICATION,
                    Token.of("system", SampleRun.REGION, "sample"),
                    "kind=assessments",
                    file);
            Files.delete(file);
            long rejected = job.path("result").path("rejected").asLong();
            if (rejected > 0) {
                throw new SuiteFailure("Second visits: %d rows were rejected: %s".formatted(rejected, job));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        report.visitedAgain(due.size());
    }

    private void write(Set<String> due, Path file) throws IOException {
        try (BufferedReader first = firstVisits();
                BufferedWriter second = Files.newBufferedWriter(file)) {
            for (String line = first.readLine(); line != null; line = first.readLine()) {
                int begin = line.indexOf(HOUSEHOLD) + HOUSEHOLD.length();
                String household = line.substring(begin, begin + UUID_LENGTH);
                if (due.contains(household)) {
                    second.write(again(household, (ObjectNode) api.json().readTree(line)));
                    second.write('\n');
                }
            }
        }
    }

    private static String again(String household, ObjectNode visit) {
        visit.put("id", SampleRun.id("second visit " + household).toString());
        visit.put("round", "SECOND_VISIT");
        visit.put(
                "visitedOn",
                LocalDate.parse(visit.path("visitedOn").asText())
                        .plusDays(DAYS_LATER)
                        .toString());
        visit.putArray("assessors").add("复核组甲").add("复核组乙");
        return visit.toString();
    }

    private BufferedReader firstVisits() throws IOException {
        for (JsonNode file : manifest.path("files")) {
            if (file.path("kind").asText().equals("assessments")) {
                Path path = folder.resolve(file.path("file").asText());
                return new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8));
            }
        }
        throw new SuiteFailure("The sample has no assessments.");
    }
}
