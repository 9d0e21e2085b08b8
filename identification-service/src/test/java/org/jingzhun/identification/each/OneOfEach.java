package org.jingzhun.identification.each;

import static org.jingzhun.identification.each.Desk.today;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.Things;
import org.jingzhun.identification.testing.Client;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.ExitSteps;
import org.jingzhun.identification.testing.Lot;
import org.jingzhun.identification.testing.Registered;

/** A county from its first campaign to its archive, with one thing of each kind. */
public final class OneOfEach {

    private final Desk desk;
    private final County county;
    private final Things things;

    private OneOfEach(County county) {
        this.county = county;
        this.things = Things.in(county.village(1));
        this.desk = new Desk(county, things);
    }

    public static Things in(Lot lot) {
        OneOfEach each = new OneOfEach(lot.county(2));
        new OneRule(each.desk).ofEachKind();
        each.campaign();
        each.register();
        each.exits();
        each.exitsOfPlaces();
        each.monitoring();
        each.laterCampaign();
        new OneRecord(each.desk).ofEachKind();
        each.check();
        each.archive();
        return each.things;
    }

    /** 甲, 乙, 丙 and 戊 come on the register; 丁 is above the line. */
    private void campaign() {
        county.household("甲", 1, 3, 46)
                .household("乙", 1, 2, 49)
                .household("丙", 2, 2, 51)
                .household("丁", 2, 1, 54)
                .household("戊", 1, 1, 51)
                .begun(8, 0)
                .taken(2, "FIRST_VISIT", "FIRST_APPRAISAL", "FIRST_NOTICE");
        String round = county.round(1);
        things.called("campaign", county.campaign())
                .called("scorecard", "GX-2015")
                .at("/v1/households/{id}", county.household("甲"))
                .at("/v1/rounds/{id}", round)
                .called("householdId", county.household("甲"))
                .called("household", county.household("甲"));
        String objection = desk.post(
                        "village-officer",
                        "/v1/rounds/" + round + "/objections",
                        "{\"raisedBy\":\"钱某\",\"text\":\"漏评\"}")
                .getString("id");
        desk.post(
                "township-officer",
                "/v1/objections/" + objection + "/resolution",
                "{\"outcome\":\"REJECTED\",\"finding\":\"不属实\",\"investigators\":[\"赵五\",\"孙六\"]}");
        String visit = desk.get("county-officer", "/v1/rounds/" + round + "/candidates/" + desk.household("甲"))
                .getString("visits[0].assessmentId");
        desk.get("county-officer", "/v1/assessments/" + visit);
        things.at("/v1/objections/{id}", objection).at("/v1/assessments/{id}", visit);
        county.taken(2, "FIRST_REVIEW", "SECOND_VISIT");
        String flag = desk.post("surveyor", "/v1/flags", """
                        {"campaignId":"%s","householdId":"%s","veto":"GOOD_HOUSE","fact":"三层砖混结构住房",\
                        "evidence":"照片2张","effectiveOn":"2013-06-01"}""".formatted(county.campaign(), desk.household("丁")))
                .getString("id");
        desk.post(
                "township-officer",
                "/v1/flags/" + flag + "/resolution",
                "{\"resolution\":\"DISMISSED\",\"reason\":\"同名\"}");
        things.at("/v1/flags/{id}", flag);
        county.taken(2, "SECOND_APPRAISAL", "SECOND_NOTICE").screened();
        desk.post("county-officer", "/v1/campaigns/" + county.campaign() + "/line", "{}");
        county.taken(2, "SECOND_REVIEW", "ANNOUNCEMENT");
    }

    private void register() {
        String change = desk.post("village-officer", "/v1/households/" + desk.household("甲") + "/changes", """
                        {"kind":"CORRECTION","on":"2016-08-01","reason":"更正","evidence":[],"address":"上屯9号"}""")
                .getString("change.id");
        String path = "/v1/households/" + desk.household("甲") + "/changes/" + change;
        desk.post("township-officer", path + "/steps", "{\"step\":\"REVIEW\"}");
        desk.post("county-officer", path + "/steps", "{\"step\":\"APPLICATION\"}");
        String removal = desk.post("village-officer", "/v1/register/" + desk.household("乙") + "/transitions", """
                        {"kind":"REMOVE","year":2018,"reason":"有商品房","evidence":["照片"]}""")
                .getString("transition.id");
        String transition = "/v1/register/" + desk.household("乙") + "/transitions/" + removal;
        things.at("/v1/households/{id}/changes/{changeId}", change)
                .at("/v1/register/{householdId}", desk.household("乙"))
                .at("/v1/register/{householdId}/transitions/{id}", removal);
        desk.step("township-officer", transition + "/steps", "REMOVE_VERIFICATION", "");
        desk.get("county-officer", transition);
    }

    /** 甲 exits with all others of its year, 丙 by itself as far as the notice; 戊 is planned for the next. */
    private void exits() {
        Registered.withoutNoticeDays(county, 2017);
        Registered.exit(county, 2017, "甲");
        String exit = ExitSteps.plan(county, county.household("丙"), 2017)
                .statusCode(201)
                .extract()
                .path("exit.id");
        things.at("/v1/exits/{id}", exit).called("caseId", exit);
        ExitSteps.step(county, exit, "APPRAISAL").statusCode(200);
        ExitSteps.findings(county, exit, Registered.findings(Map.of())).statusCode(200);
        for (String step : List.of("VERIFICATION", "RECOGNITION", "NOTICE")) {
            ExitSteps.step(county, exit, step).statusCode(200);
        }
        String objection = desk.post(
                        "village-officer",
                        "/v1/exit-objections",
                        "{\"caseId\":\"%s\",\"raisedBy\":\"陆某\",\"text\":\"水源不足\"}".formatted(exit))
                .getString("id");
        desk.post("township-officer", "/v1/exit-objections/" + objection + "/resolution", """
                {"outcome":"REJECTED","finding":"实地复核","investigators":["周某","吴某"],"findings":[\
                {"criterion":"WATER","value":"41.00","evidence":["复核照片"]}]}""");
        things.at("/v1/exit-objections/{id}", objection)
                .on("/v1/exit-plans/{village}", county.village(1))
                .on("/v1/exit-plans/{village}/{year}", "2018");
        ExitSteps.plan(county, county.household("戊"), 2018).statusCode(201);
        desk.post("village-officer", "/v1/exit-plans/steps", """
                {"village":"%s","year":2018,"step":"FIRST_UP","signers":["黄某"]}""".formatted(county.village(1)));
    }

    private void exitsOfPlaces() {
        Client.imported("divisions", List.of("""
                {"code":"%s","name":"村","level":"VILLAGE","parent":"%s000","validFrom":"2010-01-01","poorVillage":true}""".formatted(county.village(2), county.township())));
        String village = ExitSteps.village(county, 2).statusCode(201).extract().path("exit.id");
        desk.put(
                "county-officer",
                "/v1/village-exits/" + village + "/findings",
                ExitSteps.allMet("VILLAGE", "GX-2017-VILLAGE"));
        desk.step(
                "village-officer",
                "/v1/village-exits/" + village + "/steps",
                "APPRAISAL",
                ",\"minutes\":{\"present\":20,\"entitled\":30,\"votes\":18}");
        String whole = desk.post(
                        "county-officer",
                        "/v1/county-exits",
                        "{\"division\":\"%s000000\",\"year\":2017}".formatted(county.code()))
                .getString("exit.id");
        desk.step(
                "county-officer",
                "/v1/county-exits/" + whole + "/steps",
                "APPRAISAL",
                ",\"minutes\":{\"present\":20,\"entitled\":30,\"votes\":18}");
        desk.put(
                "city-officer",
                "/v1/county-exits/" + whole + "/findings",
                ExitSteps.allMet("COUNTY", "GX-2017-COUNTY-2"));
        things.at("/v1/village-exits/{id}", village).at("/v1/county-exits/{id}", whole);
    }

    /** 甲, who has exited, is looked at again as far as the notice. */
    private void monitoring() {
        Registered.withoutNoticeDays(county, today().getYear());
        desk.put("surveyor", "/v1/incomes/" + UUID.randomUUID(), """
                {"householdId":"%s","from":"%s","to":"%s","statedBy":"户主","lines":[{"item":"A50-1","amount":"9000.00"}]}""".formatted(
                        desk.household("甲"), today().minusYears(1), today().minusDays(1)));
        desk.post(
                "village-officer",
                "/v1/monitoring/leads",
                "{\"householdId\":\"%s\",\"source\":\"SELF_REPORT\",\"risk\":\"ILLNESS\",\"toldBy\":\"户主\"}"
                        .formatted(desk.household("甲")));
        String id = desk.get("county-officer", "/v1/monitoring?open=true&household=" + desk.household("甲"))
                .getString("items[0].id");
        String path = "/v1/monitoring/" + id + "/steps";
        desk.step(
                "village-officer",
                path,
                "VERIFICATION",
                ",\"findings\":{\"risks\":[\"ILLNESS\"],\"ownPayments\":\"8000.00\",\"copes\":false},\"evidence\":[\"照片\"]");
        desk.step("village-officer", path, "APPRAISAL", ",\"minutes\":{\"present\":20,\"entitled\":30,\"votes\":18}");
        desk.step("village-officer", path, "NOTICE", "");
        String objection = desk.post(
                        "surveyor",
                        "/v1/monitoring/objections",
                        "{\"caseId\":\"%s\",\"raisedBy\":\"邻居\",\"text\":\"该户有两辆货车\"}".formatted(id))
                .getString("id");
        desk.post(
                "township-officer",
                "/v1/monitoring/objections/" + objection + "/resolution",
                "{\"outcome\":\"REJECTED\",\"finding\":\"核查情况\",\"investigators\":[\"甲\",\"乙\"]}");
        things.at("/v1/monitoring/{id}", id).at("/v1/monitoring/objections/{id}", objection);
    }

    /** The scores of a campaign in course are made anew by another edition of the card. */
    private void laterCampaign() {
        County later = county.later(2018).household("己", 1, 1, 46).begun(8, 0).taken(2, "FIRST_VISIT");
        String path = "/v1/campaigns/" + later.campaign();
        things.at("/v1/campaigns/{id}", later.campaign()).called("campaignId", later.campaign());
        desk.put(
                "surveyor",
                "/v1/assessments/" + UUID.randomUUID(),
                later.assessment(county.household("丁"), "SECOND_VISIT", "2018-12-05", 54, "\"赵五\",\"孙六\"")
                        .replaceFirst("\"id\":\"[^\"]*\",", ""));
        desk.post("county-officer", "/v1/campaigns", county.body(1, 0).replace("\"year\":2015", "\"year\":2024"));
        later.screened();
        String card = new OneRule(desk).edition();
        desk.get("auditor", "/v1/assessments/" + things.get("/v1/assessments/{id}") + "/difference?scorecard=" + card);
        desk.ordered("county-officer", "/v1/scorecards/" + card + "/simulations", """
                {"baseline":"GX-2015","division":"%s","line":52}""".formatted(county.code()));
        desk.ordered("county-officer", path + "/scoring", """
                {"scorecard":"%s","reason":"砖木结构分值更正","documentNumber":"隆政办发〔2015〕7号"}""".formatted(card));
        desk.post("county-officer", path + "/line", "{\"handedDown\":50}");
        things.at(
                "/v1/campaigns/{id}/scoring/{scoring}",
                desk.get("county-officer", path + "/scoring").getString("items[1].id"));
        desk.post(
                "township-officer",
                path + "/steps",
                "{\"step\":\"FIRST_REVIEW\",\"signers\":[\"黄某\"],\"remark\":\"一并办理\"}");
    }

    private void check() {
        String round = desk.post("county-officer", "/v1/adjustment-rounds", """
                        {"division":"%s","year":2017,"number":1,"beginsOn":"2015-01-01","endsOn":"2099-12-31",\
                        "documentNumber":"桂扶办发〔2017〕1号"}""".formatted(county.code() + "000000"))
                .getString("id");
        String check = desk.post("county-officer", "/v1/quality-checks", """
                        {"roundId":"%s","kind":"INSPECTION","target":"%s000","stratification":"VILLAGE",\
                        "standings":["POOR","UNREGISTERED"],"sampleSize":5,"seed":"2017130","seedSource":"双色球2017130期"}""".formatted(round, county.township()))
                .getString("check.id");
        desk.post("county-officer", "/v1/quality-checks/" + check + "/steps", "{\"step\":\"DRAW\"}");
        String sampled = desk.get("county-officer", "/v1/quality-checks/" + check + "/sample")
                .getString("items.find { it.standing == 'POOR' }.householdId");
        String path = "/v1/quality-checks/" + check + "/sample/" + sampled;
        things.at("/v1/adjustment-rounds/{id}", round)
                .at("/v1/quality-checks/{id}", check)
                .at("/v1/quality-checks/{id}/sample/{householdId}", sampled);
        String found = """
                {"finding":"%s","facts":"入户核实","evidence":["照片"],"checkers":["韦一","陆二"],"checkedOn":"2017-11-20"}""";
        desk.put("county-officer", path, found.formatted("WRONG_INCLUSION"));
        desk.post("township-officer", path + "/correction", "{\"refutation\":\"家在县城有房\"}");
        String sample = "/v1/quality-checks/" + check + "/sample";
        for (String other : desk.get("county-officer", sample).<String>getList("items.householdId")) {
            if (!other.equals(sampled)) {
                desk.put("county-officer", sample + "/" + other, found.formatted("OK"));
            }
        }
        desk.post("county-officer", "/v1/quality-checks/" + check + "/steps", "{\"step\":\"CLOSE\"}");
        desk.post("county-officer", "/v1/adjustment-rounds/" + round + "/steps", "{\"step\":\"CLOSE\"}");
    }

    private void archive() {
        desk.ordered(
                "county-officer",
                "/v1/archives/seals",
                "{\"county\":\"%s\",\"year\":%d}".formatted(county.code(), today().getYear() - 1));
        String export = desk.post(
                        "county-officer",
                        "county-officer@" + county.code(),
                        "/v1/archives/exports",
                        "{\"division\":\"%s\",\"reason\":\"移交\"}".formatted(county.code()))
                .getString("id");
        Client.finished("county-officer", county.code(), export);
        String file = county.county()
                .get("/v1/households/" + desk.household("甲") + "/archive?reason=inspection")
                .asString();
        String sha256 =
                desk.post("county-officer", "/v1/archives/verification", file).getString("computed");
        things.at("/v1/archives/exports/{id}", export).at("/v1/archives/issued/{sha256}", sha256);
    }
}
