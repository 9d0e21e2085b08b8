package org.jingzhun.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.UUID;

/** What comes after the register: money to the villages, helpers to the households. */
record SampleSupport(Api api, Path folder, JsonNode manifest, SampleReport report) {

    private static final Token FINANCE = Token.of("finance-officer", SampleRun.COUNTY, "资金股甲");
    private static final Token SECOND_FINANCE = Token.of("finance-officer", SampleRun.COUNTY, "资金股乙");
    private static final Token OFFICE = Token.of("county-officer", SampleRun.COUNTY, "扶贫办主任");
    private static final Token PLANNER = Token.of("county-officer", SampleRun.COUNTY, "社会扶贫股");

    void run(int registered) {
        report.step("events to funding", () -> awaitRegister(registered));
        report.step("budget", this::budget);
        report.step("allocation", this::allocate);
        for (JsonNode file : manifest.path("files")) {
            if (file.path("service").asText().equals("pairing")) {
                String kind = file.path("kind").asText();
                report.step(
                        kind,
                        () -> api.importFile(
                                SuiteService.PAIRING,
                                Token.of("system", SampleRun.REGION, "sample"),
                                "kind=" + kind,
                                folder.resolve(file.path("file").asText())));
            }
        }
        report.step("pairing plan", () -> pair(registered));
    }

    /** The services hear of the register by events, a little later. */
    private void awaitRegister(int registered) {
        while (true) {
            long[] known = new long[1];
            api.eachRow(
                    SuiteService.FUNDING,
                    FINANCE,
                    "/v1/villages?division=" + SampleRun.COUNTY,
                    village -> known[0] += village.path("poorHouseholds").asLong());
            if (known[0] >= registered) {
                return;
            }
            Api.pause();
        }
    }

    private void budget() {
        JsonNode budget = manifest.path("budget");
        UUID source = SampleRun.id("source");
        var body = api.json().createObjectNode();
        body.put("name", budget.path("sourceName").asText());
        body.put("kind", "SPECIAL_FUND");
        body.put("level", budget.path("level").asText());
        api.put(
                SuiteService.FUNDING,
                Token.of("finance-officer", SampleRun.REGION, "财政厅"),
                "/v1/sources/" + source,
                body);
        var line = api.json().createObjectNode();
        line.put("county", SampleRun.COUNTY);
        line.put("year", budget.path("year").asInt());
        line.put("source", source.toString());
        line.put("amount", budget.path("amount").asText());
        line.put("documentNumber", "样例〔2016〕1号");
        line.put("issuedOn", "2016-01-20");
        api.post(SuiteService.FUNDING, FINANCE, "/v1/budgets", line);
    }

    private void allocate() {
        JsonNode budget = manifest.path("budget");
        String plan = "/v1/allocation-plans/" + SampleRun.id("allocation plan");
        var body = api.json().createObjectNode();
        body.put("county", SampleRun.COUNTY);
        body.put("source", SampleRun.id("source").toString());
        body.put("year", budget.path("year").asInt());
        body.put("amount", budget.path("amount").asText());
        body.put("mode", "FACTOR");
        body.put("documentNumber", "样例〔2016〕2号");
        body.putObject("parameters").set("factors", budget.path("allocation").path("factors"));
        api.put(SuiteService.FUNDING, FINANCE, plan, body);
        api.postJob(
                SuiteService.FUNDING, FINANCE, plan + "/computation", api.json().createObjectNode());
        step(SuiteService.FUNDING, SECOND_FINANCE, plan, "REVIEW");
        step(SuiteService.FUNDING, OFFICE, plan, "APPROVE");
        step(SuiteService.FUNDING, OFFICE, plan, "PUBLISH");
        BigDecimal[] shared = {BigDecimal.ZERO};
        api.eachRow(
                SuiteService.FUNDING,
                FINANCE,
                plan + "/shares",
                share -> shared[0] =
                        shared[0].add(new BigDecimal(share.path("amount").asText())));
        report.allocated(new BigDecimal(budget.path("amount").asText()), shared[0]);
    }

    private void pair(int registered) {
        while (true) {
            var body = api.json().createObjectNode();
            body.put("division", SampleRun.COUNTY);
            JsonNode job = api.postJob(SuiteService.PAIRING, PLANNER, "/v1/pairing-plans", body);
            String plan = "/v1/pairing-plans/" + job.path("id").asText();
            JsonNode outcome = api.get(SuiteService.PAIRING, PLANNER, plan);
            if (outcome.path("figures").path("households").asInt() < registered) {
                step(SuiteService.PAIRING, PLANNER, plan, "DISCARD");
                Api.pause();
                continue;
            }
            step(SuiteService.PAIRING, OFFICE, plan, "APPROVE");
            step(SuiteService.PAIRING, OFFICE, plan, "ACTIVATE");
            report.paired(outcome, api.get(SuiteService.PAIRING, PLANNER, plan + "/proof"));
            return;
        }
    }

    private void step(SuiteService service, Token officer, String path, String step) {
        var body = api.json().createObjectNode();
        body.put("step", step);
        String etag = '"' + api.get(service, officer, path).path("revision").asText() + '"';
        api.post(service, officer, path + "/steps", body, etag);
    }
}
