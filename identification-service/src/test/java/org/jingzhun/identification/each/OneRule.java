package org.jingzhun.identification.each;

import static org.jingzhun.identification.testing.Client.as;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jingzhun.chassis.testing.Tokens;

/** Of what is loaded as data: for the county itself, or for a time or a region that no other test is in. */
record OneRule(Desk desk) {

    private static final String ELSEWHERE = "640000000000";

    void ofEachKind() {
        ofTheCounty();
        ofAnotherRegion();
        ofAnotherTime();
        desk.things()
                .on("/v1/code-lists/{name}", "cause")
                .on("/v1/divisions/{code}", desk.county().code() + "000000")
                .on("/v1/scorecards/{version}", "GX-2015")
                .on("/v1/income-rules/{version}", "GX-2017")
                .on("/v1/veto-lists/{version}", "GX-2015")
                .on("/v1/calendar-days/{day}", "2098-10-12");
    }

    private void ofTheCounty() {
        String place = desk.county().code() + "000000";
        for (int year = Desk.today().getYear() - 1; year <= Desk.today().getYear(); year++) {
            desk.post("county-officer", "/v1/poverty-lines", """
                    {"purpose":"MONITORING","year":%d,"division":"%s","perHead":"8000.00","issuer":"县","source":"县〔%d〕1号"}""".formatted(year, place, year));
        }
        desk.post("county-officer", "/v1/monitoring-rules", """
                {"name":"CLOSURE_TERM","division":"%s","validFrom":"2098-01-01","value":7,"unit":"WORKING_DAYS",\
                "source":"县〔2098〕2号"}""".formatted(place));
        desk.post("region-officer", "/v1/screening-policies", """
                {"division":"%s","year":2098,"warnAgeDays":10,"warnCoveragePercent":100,"source":"桂扶领发〔2098〕7号"}""".formatted(place));
        desk.post("region-officer", "/v1/policies", """
                {"name":"QUORUM","division":"%s","year":2098,"value":1,"outOf":2,"source":"桂扶办试点函"}""".formatted(desk.county().code()));
        desk.post("region-officer", "/v1/exit-standards", """
                {"version":"MATRIX-HOUSEHOLD","subject":"HOUSEHOLD","division":"%s","validFromYear":2098,"byDefault":false,\
                "nameZh":"新标准","nameEn":"New standard","source":"桂扶领发〔2098〕1号","criteria":[{"code":"INCOME",\
                "nameZh":"收入","nameEn":"Income","weight":"DECISIVE","comparison":"ABOVE_LINE","source":"桂扶领发〔2098〕1号"}]}""".formatted(place));
        desk.put("region-officer", "/v1/calendar-days/2098-10-12", "{\"working\":true,\"source\":\"国办发明电〔2097〕1号\"}");
        desk.post("county-officer", "/v1/scorecards", """
                {"version":"MATRIX-0","direction":"LOW_IS_POOR","division":"%s","validFrom":"2098-01-01","source":"x",\
                "categories":[{"code":"H","nameZh":"住房","nameEn":"Housing","mode":"CHOOSE_ONE","maxPoints":6,\
                "items":[{"code":"H-1","nameZh":"无房","points":0},{"code":"H-2","nameZh":"有房","points":6}]}]}""".formatted(place));
        String figure = """
                {"division":"%s","year":2098,"asOf":"2098-12-31","persons":61000,"incidencePercent":18.16,\
                "denominatorPersons":336000,"denominator":"农业户籍人口","issuer":"统计局","source":"统计公报","mark":"SOURCED"}""".formatted(place);
        desk.post("admin", "/v1/official-figures", figure.replace("2098", "2097"));
        desk.put("admin", "/v1/official-figures/" + UUID.randomUUID(), figure);
    }

    private static void elsewhere(String path, String body) {
        as("admin", "64").body(body).post(path).then().statusCode(201);
    }

    private static void ofAnotherRegion() {
        elsewhere("/v1/veto-lists", """
                {"version":"NX-MATRIX","division":"%s","validFrom":"2098-01-01","source":"宁办发〔2098〕1号",\
                "vetoes":[{"code":"IDLE","nameZh":"好吃懒做","nameEn":"Idle","source":"第4条"}],"exceptions":[]}""".formatted(ELSEWHERE));
        elsewhere("/v1/multidimensional-measures", """
                {"version":"NX-MPI","division":"%s","validFromYear":2098,"cutoff":1,"source":"宁办〔2098〕9号",\
                "indicators":[{"code":"HOUSING","dimension":"LIVING","weight":1,"nameZh":"住房","nameEn":"Housing",\
                "deprived":["C01-01"],"source":"宁办〔2098〕9号"}]}""".formatted(ELSEWHERE));
        elsewhere("/v1/special-rules", """
                {"version":"NX-SUBSIDY","rule":"DISABILITY_SUBSIDY","division":"%s","validFrom":"2098-01-01",\
                "parameters":[{"parameter":"NURSING_GRADE","value":2},{"parameter":"NURSING_GRADE_OF_MIND","value":3},\
                {"parameter":"LIVING_GRADE","value":4},{"parameter":"REGISTERED_IS_HARDSHIP","value":1}],"source":"宁政发"}""".formatted(ELSEWHERE));
        List<String> sections = as("admin", "64")
                .get("/v1/archives/retention-schedules")
                .jsonPath()
                .getList("items.find { it.version == 'JZFP-2018' }.classes.sections.flatten()");
        elsewhere("/v1/archives/retention-schedules", """
                {"version":"NX-LOCAL","division":"%s","validFrom":"2098-01-01","source":"宁档案局",\
                "classes":[{"code":"ALL","nameZh":"全部","nameEn":"All","years":10,"sections":[%s]}]}""".formatted(
                ELSEWHERE, sections.stream().map(each -> "\"" + each + "\"").collect(Collectors.joining(","))));
    }

    private void ofAnotherTime() {
        desk.put("admin", "/v1/income-rules/MATRIX", """
                {"costs":"RATIO","validFrom":"2098-01-01","mark":"UNSOURCED","source":"试验",\
                "items":[{"code":"GRAIN","kind":"BUSINESS","nameZh":"粮食","nameEn":"Grain","counts":true,\
                "costRatio":0.4,"source":"试验"}]}""");
    }

    /** GX-2015 with other points for a house, published for the county. */
    String edition() {
        JsonPath shipped = desk.get("county-officer", "/v1/scorecards/GX-2015");
        List<Map<String, Object>> categories = shipped.getList("categories");
        List<Map<String, Object>> houses = shipped.getList("categories[0].items");
        houses.get(3).put("points", 2);
        categories.getFirst().put("items", houses);
        String version = "MATRIX-1";
        desk.county()
                .county()
                .body(Map.of(
                        "division", desk.county().code(),
                        "validFrom", "2015-01-01",
                        "source", "隆政办发〔2015〕7号",
                        "basedOn", "GX-2015",
                        "categories", categories))
                .put("/v1/scorecards/" + version)
                .then()
                .statusCode(201);
        for (String step : List.of("CHECK", "PUBLISH")) {
            as("county-officer", desk.county().code())
                    .auth()
                    .oauth2(Tokens.of("county-officer", desk.county().code(), "checker"))
                    .body("{\"step\":\"%s\",\"remark\":\"同意\"}".formatted(step))
                    .post("/v1/scorecards/" + version + "/steps")
                    .then()
                    .statusCode(200);
        }
        return version;
    }
}
