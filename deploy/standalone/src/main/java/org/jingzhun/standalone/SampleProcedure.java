package org.jingzhun.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The procedure of identification (两入户、两评议、两审核、两公示、一公告) for every village of the sample county, each gate
 * opened by an officer of the level that may, and a second person where the rules ask for one.
 */
final class SampleProcedure {

    private static final String COUNTY = SampleRun.COUNTY;
    private static final Token COUNTY_OFFICE = Token.of("county-officer", COUNTY, "扶贫办主任");
    private static final int VILLAGES_AT_ONCE = 4;
    private static final int TOWNSHIP_DIGITS = 9;
    private static final int REPRESENTATIVES = 30;
    private static final int PRESENT = 27;

    private final Api api;
    private final Path folder;
    private final JsonNode manifest;
    private final SampleReport report;
    private final String campaign;

    SampleProcedure(Api api, Path folder, JsonNode manifest, SampleReport report) {
        this.api = api;
        this.folder = folder;
        this.manifest = manifest;
        this.report = report;
        this.campaign = manifest.path("campaignId").asText();
    }

    void run() {
        List<JsonNode> rounds = new ArrayList<>();
        api.eachRow(SuiteService.IDENTIFICATION, COUNTY_OFFICE, "/v1/rounds?campaign=" + campaign, rounds::add);
        report.step("first visit to township review", () -> each(rounds, this::firstHalf));
        report.step("screening", this::screen);
        report.step("line", this::line);
        report.step("second visits", () -> new SampleSecondVisits(api, folder, manifest, report).run());
        report.step("second visit to second notice", () -> each(rounds, this::secondHalf));
        report.step("county review and announcement", this::conclude);
    }

    private void firstHalf(JsonNode round) {
        Token village = Token.of("village-officer", village(round), "村支书");
        Token township = Token.of("township-officer", township(round), "扶贫站站长");
        open(round, village, "FIRST_VISIT");
        open(round, village, "FIRST_APPRAISAL");
        open(round, village, "FIRST_NOTICE");
        open(round, township, "FIRST_REVIEW");
    }

    private void secondHalf(JsonNode round) {
        Token secondTeam = Token.of("village-officer", village(round), "第一书记");
        Token township = Token.of("township-officer", township(round), "扶贫站站长");
        open(round, secondTeam, "SECOND_VISIT");
        open(round, secondTeam, "SECOND_APPRAISAL");
        open(round, township, "SECOND_NOTICE");
    }

    /** The county's gates open in all villages at once, as its office would do it. */
    private void conclude() {
        openEverywhere("SECOND_REVIEW");
        openEverywhere("ANNOUNCEMENT");
    }

    private void openEverywhere(String gate) {
        JsonNode opened = api.post(
                        SuiteService.IDENTIFICATION,
                        COUNTY_OFFICE,
                        "/v1/campaigns/" + campaign + "/steps",
                        step(COUNTY_OFFICE, gate))
                .body();
        if (!opened.path("refused").isEmpty()) {
            throw new SuiteFailure(gate + " stays closed: " + opened.path("refused"));
        }
    }

    private void open(JsonNode round, Token officer, String gate) {
        api.post(
                SuiteService.IDENTIFICATION,
                officer,
                "/v1/rounds/" + round.path("id").asText() + "/steps",
                step(officer, gate));
    }

    private ObjectNode step(Token officer, String gate) {
        ObjectNode step = api.json().createObjectNode();
        step.put("step", gate);
        step.putArray("signers").add(officer.name());
        if (gate.endsWith("APPRAISAL")) {
            step.putObject("minutes")
                    .put("present", PRESENT)
                    .put("entitled", REPRESENTATIVES)
                    .put("votes", PRESENT);
        }
        if (gate.equals("ANNOUNCEMENT")) {
            step.put("documentNumber", "样例公告〔2016〕1号");
        }
        return step;
    }

    /** Matches are flags; the county resolves each: what was so at the point in time is confirmed. */
    private void screen() {
        api.postJob(
                SuiteService.IDENTIFICATION,
                COUNTY_OFFICE,
                "/v1/campaigns/" + campaign + "/screening",
                api.json().createObjectNode());
        LocalDate until =
                LocalDate.parse(manifest.path("screening").path("confirmUntil").asText());
        BigDecimal vehicleFrom = new BigDecimal(
                manifest.path("screening").path("confirmVehicleFrom").asText());
        StringBuilder resolutions = new StringBuilder();
        int[] counts = new int[2];
        api.eachRow(
                SuiteService.IDENTIFICATION, COUNTY_OFFICE, "/v1/flags?campaign=" + campaign + "&state=OPEN", flag -> {
                    boolean early =
                            !LocalDate.parse(flag.path("effectiveOn").asText()).isAfter(until);
                    boolean worthIt = !flag.path("source").asText().equals("VEHICLE")
                            || new BigDecimal(flag.path("value").asText("0")).compareTo(vehicleFrom) >= 0;
                    boolean confirmed = early && worthIt;
                    counts[0]++;
                    counts[1] += confirmed ? 1 : 0;
                    resolutions.append(resolution(flag, confirmed, early)).append('\n');
                });
        resolve(resolutions.toString());
        report.screened(counts[0], counts[1]);
    }

    private ObjectNode resolution(JsonNode flag, boolean confirmed, boolean early) {
        ObjectNode resolution = api.json().createObjectNode();
        resolution.put("flagId", flag.path("id").asText());
        resolution.put("resolution", confirmed ? "CONFIRMED" : "DISMISSED");
        resolution.put("reason", confirmed ? "核查属实" : early ? "价值低于一票否决标准" : "发生在时点之后");
        resolution.put("evidence", "二次核查记录");
        return resolution;
    }

    private void resolve(String rows) {
        if (rows.isEmpty()) {
            return;
        }
        try {
            Path file = Files.createTempFile("flag-resolutions", ".ndjson");
            Files.writeString(file, rows);
            api.importFile(SuiteService.IDENTIFICATION, COUNTY_OFFICE, "kind=flag-resolutions", file);
            Files.delete(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void line() {
        api.post(
                SuiteService.IDENTIFICATION,
                COUNTY_OFFICE,
                "/v1/campaigns/" + campaign + "/line",
                api.json().createObjectNode());
    }

    private static String village(JsonNode round) {
        return round.path("villageCode").asText();
    }

    private static String township(JsonNode round) {
        return village(round).substring(0, TOWNSHIP_DIGITS);
    }

    private interface ForRound {
        void accept(JsonNode round);
    }

    /** Several villages at once, as several offices would. */
    private static void each(List<JsonNode> rounds, ForRound work) {
        try (var offices = Executors.newFixedThreadPool(VILLAGES_AT_ONCE)) {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (JsonNode round : rounds) {
                tasks.add(() -> {
                    work.accept(round);
                    return true;
                });
            }
            for (Future<Boolean> done : offices.invokeAll(tasks)) {
                done.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SuiteFailure("Interrupted.", interrupted);
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof SuiteFailure refusal
                    ? refusal
                    : new SuiteFailure("A gate did not open: " + failure.getCause(), failure);
        }
    }
}
