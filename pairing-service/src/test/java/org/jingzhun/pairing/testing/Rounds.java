package org.jingzhun.pairing.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.testing.Contract;
import org.jingzhun.chassis.testing.Tokens;
import org.jingzhun.chassis.time.Clocks;

/** A helper with households that it has had for a while. */
public record Rounds(County county, Rows rows, UUID helper, List<UUID> households) {

    private static final int DAYS = 200;

    /** A helper with so many households, since 200 days ago. */
    public static Rounds of(County county, Rows rows, int count) {
        UUID unit = UUID.randomUUID();
        county.unit(unit, "COUNTY").statusCode(200);
        UUID helper = UUID.randomUUID();
        county.helper(helper, unit, "ORDINARY", List.of()).statusCode(200);
        List<UUID> households = new ArrayList<>();
        for (int each = 0; each < count; each++) {
            households.add(pairedWith(county, rows, helper));
        }
        return new Rounds(county, rows, helper, households);
    }

    private static UUID pairedWith(County county, Rows rows, UUID helper) {
        UUID household = UUID.randomUUID();
        long village = Long.parseLong(county.village(1));
        rows.texts("""
                insert into observed_household (id, village_code, hamlet, householder, persons, status, main_cause,
                                                other_causes, ethnicity, labourers, attribute, registered_on, revision)
                values (?, ?, '上屯', '李大山', 4, 'POOR', 'ILLNESS', '{LACK_OF_FUNDS}', '06', 2, 'GENERAL', '2016-01-15', 1)
                returning id""", household, village);
        rows.texts(
                "insert into pairing (id, household_id, village_code, helper_id, since, revision)"
                        + " values (?, ?, ?, ?, ?, 1) returning id",
                UUID.randomUUID(),
                household,
                village,
                helper,
                today().minusDays(DAYS));
        return household;
    }

    public static LocalDate today() {
        return LocalDate.now(Clocks.SHANGHAI);
    }

    public RequestSpecification asHelper() {
        return given().filter(Contract.filter())
                .auth()
                .oauth2(Tokens.ofHelper(county.code(), helper.toString()))
                .contentType(ContentType.JSON);
    }

    public ValidatableResponse sync(String body) {
        return asHelper().body(body).post("/v1/sync").then();
    }

    /** A sync of these changes. */
    public ValidatableResponse sync(List<String> changes) {
        return sync("{\"changes\":[" + String.join(",", changes) + "]}");
    }

    /** A visit as a change. */
    public String change(UUID id, UUID household, LocalDate day, String content) {
        return change(id, household, day, content, "");
    }

    /** @param more members of the visit, each with a comma before it */
    public String change(UUID id, UUID household, LocalDate day, String content, String more) {
        return """
                {"id":"%s","kind":"VISIT","visit":%s}""".formatted(id, visit(household, day, content, more));
    }

    /** The body of a visit. */
    public String visit(UUID household, LocalDate day, String content, String more) {
        return """
                {"helperId":"%s","householdId":"%s","visitedOn":"%s","content":"%s"%s}""".formatted(helper, household, day, content, more);
    }
}
