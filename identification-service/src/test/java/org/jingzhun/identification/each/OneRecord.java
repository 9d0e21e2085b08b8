package org.jingzhun.identification.each;

import static org.awaitility.Awaitility.await;
import static org.jingzhun.identification.each.Desk.today;
import static org.jingzhun.identification.testing.Client.as;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jingzhun.identification.testing.Client;
import org.jingzhun.identification.testing.People;
import org.jingzhun.identification.testing.Topic;

/** Of what is recorded beside the procedures: special registers, incomes, deliveries of departments, targets. */
record OneRecord(Desk desk) {

    void ofEachKind() {
        specialRegisters();
        leftBehind();
        incomes();
        departments();
        desk.put(
                "county-officer",
                "/v1/targets?division=%s&year=%d".formatted(desk.county().code(), today().getYear()),
                "{\"exitPersons\":9,\"source\":\"责任书\"}");
        desk.post(
                "admin",
                "/v1/statistics/recounts",
                "{\"division\":\"%s\"}".formatted(desk.county().code()));
    }

    private void specialRegisters() {
        String student = desk.made("county-officer", "/v1/students", """
                {"memberId":"%s","since":"2017-09-01","level":"JUNIOR","grade":1,"schoolYear":2017,"school":"县一中",\
                "contact":{"name":"李老师","phone":"13800005678"}}""".formatted(desk.member("甲", 1)));
        desk.post(
                "village-officer",
                "/v1/special-records/" + student + "/steps",
                "{\"step\":\"TRANSFER\",\"on\":\"2018-02-20\",\"school\":\"县二中\"}");
        desk.ordered(
                "county-officer",
                "/v1/students/roll-over",
                "{\"division\":\"%s\",\"schoolYear\":2017}"
                        .formatted(desk.county().code()));
        String patient = desk.made("county-officer", "/v1/patients", """
                {"memberId":"%s","since":"2017-03-01","disease":"STOMACH_CANCER","payLater":true,"familyDoctor":"韦医生",\
                "healthCard":"A1234567890"}""".formatted(desk.member("甲", 0)));
        String disability = desk.made("county-officer", "/v1/disabilities", """
                {"memberId":"%s","since":"2016-05-01","certificate":"%s42"}""".formatted(
                        desk.member("甲", 0), desk.county().idNumber("甲")));
        String certificate = desk.made("county-officer", "/v1/certificates", """
                {"memberId":"%s","since":"2017-01-01","kind":"TRAINING","occupation":"电工","issuer":"县人社局"}""".formatted(desk.member("甲", 2)));
        String relocation = desk.made("county-officer", "/v1/relocations", """
                {"householdId":"%s","since":"2016-01-01","way":"WHOLE_HAMLET","settlement":"CENTRALISED",\
                "site":"COUNTY_SEAT","from":{"villageCode":"%s","hamlet":"上屯"},\
                "to":{"division":"%s","place":"鹤城新区"},"plannedYear":2016,\
                "signedBy":"户主","signedOn":"2016-01-01","contact":{"name":"黄主任","phone":"13800007788"}}""".formatted(
                desk.household("乙"), desk.county().village(1), desk.county().village(2)));
        desk.things()
                .at("/v1/special-records/{id}", student)
                .at("/v1/students/{id}", student)
                .at("/v1/patients/{id}", patient)
                .at("/v1/disabilities/{id}", disability)
                .at("/v1/certificates/{id}", certificate)
                .at("/v1/relocations/{id}", relocation)
                .called("memberId", desk.member("甲", 1));
    }

    /** A household of two old people. */
    private void leftBehind() {
        String household = UUID.randomUUID().toString();
        String father = People.traits("OTHER", -3510)
                .replace(
                        "\"labour\":\"ORDINARY\",\"work\":\"IN_COUNTY\",\"monthsWorked\":7",
                        "\"labour\":\"NONE\",\"work\":\"OTHER\",\"monthsWorked\":0");
        desk.put(
                "county-officer",
                "/v1/households/" + household,
                People.body(desk.county().village(1), List.of(People.traits("HEAD", -3511), father)));
        desk.ordered(
                "county-officer",
                "/v1/left-behind/derivations",
                "{\"division\":\"%s\"}".formatted(desk.county().code()));
        String old = desk.get("county-officer", "/v1/households/" + household).getString("members[1].id");
        desk.things().at("/v1/left-behind/{id}", desk.made("county-officer", "/v1/left-behind", """
                {"memberId":"%s","since":"2016-01-01","kind":"ELDERLY","contact":{"name":"黄老师"}}""".formatted(old)));
    }

    private void incomes() {
        String income = desk.made("surveyor", "/v1/incomes", """
                {"householdId":"%s","from":"2018-01-01","to":"2018-12-31","statedBy":"户主",\
                "lines":[{"item":"A50-1","amount":"9000.00"}]}""".formatted(desk.household("乙")));
        String accepted = told("2019-01-10", "2019-06-30");
        String refused = told("2019-07-10", "2019-12-30");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> as("surveyor", desk.county().code())
                                .get("/v1/income-proposals?household=" + desk.household("丙"))
                                .jsonPath()
                                .getList("items.id")
                                .size()
                        == 2);
        desk.post("surveyor", "/v1/income-proposals/" + accepted + "/acceptance", """
                {"from":"2019-01-11","to":"2019-06-30","statedBy":"户主"}""");
        desk.post("village-officer", "/v1/income-proposals/" + refused + "/refusal", "{\"reason\":\"听错\"}");
        desk.things().at("/v1/incomes/{id}", income).at("/v1/income-proposals/{id}", accepted);
    }

    /** A helper tells of an income on a visit, after one without. */
    private String told(String before, String day) {
        visit(before, "");
        return visit(day, "{\"item\":\"A50-1\",\"amount\":\"2600.00\"}");
    }

    private String visit(String day, String incomes) {
        String visit = UUID.randomUUID().toString();
        Topic.send("pairing.visit", visit, "org.jingzhun.pairing.visit-recorded", """
                {"visitId":"%s","householdId":"%s","villageCode":"%s","helperId":"%s","helperName":"黄志强",\
                "visitedOn":"%s","risks":[],"incomes":[%s],"corrects":null}""".formatted(
                        visit, desk.household("丙"), desk.county().village(2), UUID.randomUUID(), day, incomes));
        return visit;
    }

    private void departments() {
        String code = desk.county().code();
        Client.finished(
                "system",
                code,
                Client.upload("system", code, "kind=asset-records&source=VEHICLE", List.of("""
                {"idNumber":"%s","fact":"五菱","effectiveOn":"2014-05-01","value":"45000.00"}""".formatted(
                                desk.county().idNumber("戊")))));
        String faulty = Client.finished(
                        "system", code, Client.upload("system", code, "kind=households", List.of("{\"id\":\"x\"}")))
                .getString("importId");
        desk.get("system", "/v1/imports/" + faulty + "/rejections");
        String screening = desk.ordered("county-officer", "/v1/register-screenings", """
                {"county":"%s000000","vetoList":"GX-2015"}""".formatted(code))
                .getString("screeningId");
        if (screening != null) {
            desk.things().at("/v1/screenings/{id}", screening);
        }
    }
}
