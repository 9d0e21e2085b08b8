package org.jingzhun.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;

/** Imports what surveyors and departments bring: places, households, members, assessments, asset records. */
record SampleSurvey(Api api, Path folder, JsonNode manifest, SampleReport report) {

    void run() {
        for (JsonNode file : manifest.path("files")) {
            if (file.path("service").asText().equals("identification")) {
                if (file.path("kind").asText().equals("assessments")) {
                    report.step("campaign", this::beginCampaign);
                }
                upload(SuiteService.IDENTIFICATION, file);
            }
        }
    }

    private void beginCampaign() {
        var campaign = api.json().createObjectNode();
        campaign.put("year", manifest.path("year").asInt());
        campaign.put("county", SampleRun.COUNTY);
        campaign.put("scorecard", manifest.path("scorecard").asText());
        campaign.put("vetoList", "GX-2015");
        campaign.put("quotaPersons", manifest.path("quotaPersons").asInt());
        campaign.put("pointInTime", manifest.path("pointInTime").asText());
        campaign.put("noticeDays", manifest.path("noticeDays").asInt());
        campaign.put("noticeSource", "sample county: its notices end on the day they begin");
        api.put(
                SuiteService.IDENTIFICATION,
                Token.of("county-officer", SampleRun.COUNTY),
                "/v1/campaigns/" + manifest.path("campaignId").asText(),
                campaign);
    }

    private void upload(SuiteService service, JsonNode file) {
        String kind = file.path("kind").asText();
        String query = "kind=" + kind
                + (file.has("source") ? "&source=" + file.path("source").asText() : "");
        String name = kind + (file.has("source") ? " " + file.path("source").asText() : "");
        report.step(name, () -> {
            JsonNode job = api.importFile(
                    service,
                    Token.of("system", SampleRun.REGION, "sample"),
                    query,
                    folder.resolve(file.path("file").asText()));
            long rejected = job.path("result").path("rejected").asLong();
            if (rejected > 0) {
                throw new SuiteFailure("Import of %s rejected %d rows: %s".formatted(name, rejected, job));
            }
        });
    }
}
