package org.jingzhun.identification.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jingzhun.identification.testing.Client.as;
import static org.jingzhun.identification.testing.Client.imported;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jingzhun.chassis.testing.Tokens;

/** A small county of its own for a test, with a campaign that its officers drive over HTTP. */
public final class County {

    public static final String VISITED_ON = "2015-11-20";
    private static final Map<Integer, String> HOUSE_BY_SCORE =
            Map.of(46, "C01-01", 49, "C01-02", 51, "C01-03", 54, "C01-04", 57, "C01-05");

    private final String code;
    private final UUID campaign = UUID.randomUUID();
    private final Map<String, UUID> households = new LinkedHashMap<>();
    private final Map<String, Integer> firstPersons = new LinkedHashMap<>();
    private final List<String> householdRows = new ArrayList<>();
    private final List<String> memberRows = new ArrayList<>();
    private final List<String> assessmentRows = new ArrayList<>();
    private final Map<String, Integer> scores = new LinkedHashMap<>();
    private final int year;
    private final String visitedOn;
    private int nextPerson;

    /**
     * @param code 6 digits, not used by another test
     * @param firstPerson number of its first person; the test has 100 of its own
     * @param villages of the one township
     */
    public County(String code, int firstPerson, int villages) {
        this(code, firstPerson, villages, LocalDate.parse(VISITED_ON));
    }

    /** @param visitedOn the day of the first visits, in whose year its campaign is */
    public County(String code, int firstPerson, int villages, LocalDate visitedOn) {
        this.code = code;
        this.nextPerson = firstPerson;
        this.year = visitedOn.getYear();
        this.visitedOn = visitedOn.toString();
        String city = code.substring(0, 4) + "00000000";
        List<String> divisions = new ArrayList<>(List.of(
                Places.division("450000000000", "广西壮族自治区", "PROVINCE", ""),
                Places.division(city, "451000000000".equals(city) ? "百色市" : "市" + city, "CITY", "450000000000"),
                Places.division(code + "000000", "县" + code, "COUNTY", city),
                Places.division(township() + "000", "乡" + township(), "TOWNSHIP", code + "000000")));
        for (int i = 1; i <= villages; i++) {
            divisions.add(Places.division(village(i), "村" + i, "VILLAGE", township() + "000"));
        }
        imported("divisions", divisions);
    }

    private County(County former, int year) {
        this.code = former.code;
        this.nextPerson = former.nextPerson;
        this.year = year;
        this.visitedOn = year + VISITED_ON.substring(4);
        households.putAll(former.households);
        firstPersons.putAll(former.firstPersons);
        scores.putAll(former.scores);
        scores.forEach((name, score) ->
                assessmentRows.add(assessment(household(name), "FIRST_VISIT", visitedOn, score, "\"王一\",\"李二\"")));
    }

    /** The same county with a later campaign, for which its households are assessed with the same scores again. */
    public County later(int laterYear) {
        return new County(this, laterYear);
    }

    public String code() {
        return code;
    }

    public String township() {
        return code + "100";
    }

    public String village(int number) {
        return township() + "%03d".formatted(number);
    }

    public UUID campaign() {
        return campaign;
    }

    public UUID household(String name) {
        return Objects.requireNonNull(households.get(name), name);
    }

    /** The id number of the head. */
    public String idNumber(String household) {
        return People.number(Objects.requireNonNull(firstPersons.get(household), household));
    }

    /** A household with an assessment of the first visit. */
    public County household(String name, int village, int persons, int score) {
        UUID id = UUID.randomUUID();
        households.put(name, id);
        firstPersons.put(name, nextPerson);
        scores.put(name, score);
        householdRows.add(People.household(id, village(village)).replace("王某", name));
        for (int i = 0; i < persons; i++) {
            memberRows.add(People.member(UUID.randomUUID(), id, i == 0 ? "HEAD" : "SON", nextPerson++));
        }
        assessmentRows.add(assessment(id, "FIRST_VISIT", visitedOn, score, "\"王一\",\"李二\""));
        return this;
    }

    /** A row of an import of assessments. */
    public String assessment(UUID household, String round, String visitedOn, int score, String assessors) {
        return """
                {"id":"%s","householdId":"%s","campaignId":"%s","round":"%s","visitedOn":"%s",\
                "assessors":[%s],"signedBy":"户主","mainCause":"ILLNESS","otherCauses":["SCHOOLING"],\
                "answers":{"C01":["%s"],"C02":["C02-02","C02-03"],"C03":["C03-01"],"C04":["C04-03","C04-05"],\
                "C05":["C05-05"],"C06":["C06-03"],"C07":["C07-04"],"C08":["C08-02"],"C09":["C09-04"],\
                "C10":["C10-05"],"C11":["C11-06"],"C12":["C12-04"],"C13":["C13-03"],"C14":["C14-03"],\
                "C15":["C15-01"],"C16":["C16-02","C16-05"],"C17":["C17-02"],"C18":["C18-04"]}}""".formatted(
                        UUID.randomUUID(), household, campaign, round, visitedOn, assessors, HOUSE_BY_SCORE.get(score));
    }

    /** Imports everything said so far and begins the campaign. */
    public County begun(int quotaPersons, int noticeDays) {
        return begun(body(quotaPersons, noticeDays));
    }

    /** The same with another list of vetoes. */
    public County begunBy(String vetoList) {
        return begun(body(5, 0).replace("\"vetoList\":\"GX-2015\"", "\"vetoList\":\"" + vetoList + "\""));
    }

    private County begun(String campaignBody) {
        assertThat(imported("households", householdRows).getInt("rejected")).isZero();
        assertThat(imported("members", memberRows).getInt("rejected")).isZero();
        assertThat(imported("assessments", assessmentRows).getInt("rejected")).isZero();
        county().body(campaignBody).put("/v1/campaigns/" + campaign).then().statusCode(201);
        return this;
    }

    public String body(int quotaPersons, int noticeDays) {
        return """
                {"year":%d,"county":"%s","scorecard":"GX-2015","vetoList":"GX-2015","quotaPersons":%d,\
                "pointInTime":"2015-12-01","noticeDays":%d}""".formatted(year, code, quotaPersons, noticeDays);
    }

    public RequestSpecification county() {
        return as("county-officer", code);
    }

    /** The id of a village's round. */
    public String round(int village) {
        return county().get("/v1/rounds?campaign=" + campaign)
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.villageCode == '" + village(village) + "' }.id");
    }

    /** Opens a gate of a village as the officer whom the table of gates names. */
    public ValidatableResponse take(String gate, int village) {
        String role =
                switch (gate) {
                    case "FIRST_REVIEW", "SECOND_NOTICE" -> "township-officer";
                    case "SECOND_REVIEW", "ANNOUNCEMENT" -> "county-officer";
                    default -> "village-officer";
                };
        return take(gate, village, role, role + " of " + gate);
    }

    public ValidatableResponse take(String gate, int village, String role, String subject) {
        String more =
                switch (gate) {
                    case "FIRST_APPRAISAL", "SECOND_APPRAISAL" ->
                        ",\"minutes\":{\"present\":20,\"entitled\":30,\"votes\":18}";
                    case "ANNOUNCEMENT" -> ",\"documentNumber\":\"隆政发〔2015〕1号\"";
                    default -> "";
                };
        return as(role, code)
                .auth()
                .oauth2(Tokens.of(role, code, subject))
                .body("{\"step\":\"%s\",\"signers\":[\"黄某\"]%s}".formatted(gate, more))
                .post("/v1/rounds/" + round(village) + "/steps")
                .then();
    }

    /** Opens these gates in all villages. */
    public County taken(int villages, String... gates) {
        for (String gate : gates) {
            if (gate.equals("SECOND_APPRAISAL") || gate.equals("SECOND_REVIEW")) {
                visitedAgain();
            }
            IntStream.rangeClosed(1, villages)
                    .forEach(village -> take(gate, village).statusCode(200));
        }
        return this;
    }

    /** Those who must be visited a second time are, by other people, who find the same. */
    public County visitedAgain() {
        List<String> due = county().get("/v1/campaigns/" + campaign + "/second-visits?made=false&limit=1000")
                .then()
                .statusCode(200)
                .extract()
                .path("items.householdId");
        List<String> visits = new ArrayList<>();
        households.forEach((name, id) -> {
            if (due.contains(id.toString())) {
                int score = Objects.requireNonNull(scores.get(name));
                visits.add(assessment(id, "SECOND_VISIT", year + "-12-05", score, "\"赵五\",\"孙六\""));
            }
        });
        if (!visits.isEmpty()) {
            assertThat(imported("assessments", visits).getInt("rejected")).isZero();
        }
        return this;
    }

    /** Matches the departments' records and waits for the end. */
    public io.restassured.path.json.JsonPath screened() {
        String job = county().post("/v1/campaigns/" + campaign + "/screening")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        return Client.finished("county-officer", code, job);
    }
}
