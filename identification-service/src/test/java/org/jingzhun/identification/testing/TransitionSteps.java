package org.jingzhun.identification.testing;

import io.restassured.response.ValidatableResponse;
import java.util.UUID;

/** Returns, roll-backs and removals as the officers of each level decide them. */
public final class TransitionSteps {

    public static final String MINUTES = ",\"minutes\":{\"present\":20,\"entitled\":30,\"votes\":18}";
    public static final String DOCUMENT = ",\"documentNumber\":\"隆政发〔2018〕61号\"";

    private TransitionSteps() {}

    /** A household that had exited in 2017 falls back in 2018. */
    public static void fallBack(County county, String name) {
        UUID household = county.household(name);
        String id = proposed(county, "RETURN", name);
        take(county, household, id, "RETURN_VISIT", "township-officer").statusCode(200);
        take(county, household, id, "RETURN_APPRAISAL", "village-officer", MINUTES)
                .statusCode(200);
        take(county, household, id, "RETURN_NOTICE", "village-officer").statusCode(200);
        take(county, household, id, "RETURN_REVIEW", "township-officer").statusCode(200);
        take(county, household, id, "RETURN_APPROVAL", "county-officer", DOCUMENT)
                .statusCode(200);
    }

    /** The exit of a household was wrong. */
    public static void rollBack(County county, String name) {
        UUID household = county.household(name);
        String id = proposed(county, "ROLL_BACK", name);
        take(county, household, id, "ROLL_BACK_INVESTIGATION", "county-officer", ",\"remark\":\"收入未达标\"")
                .statusCode(200);
        take(county, household, id, "ROLL_BACK_REVIEW", "city-officer").statusCode(200);
        take(county, household, id, "ROLL_BACK_APPROVAL", "county-officer", DOCUMENT)
                .statusCode(200);
    }

    /** A household was registered wrongly. */
    public static void remove(County county, String name) {
        UUID household = county.household(name);
        String id = proposed(county, "REMOVE", name);
        take(county, household, id, "REMOVE_VERIFICATION", "township-officer").statusCode(200);
        take(county, household, id, "REMOVE_HEARING", "village-officer", ",\"remark\":\"户主认可\"")
                .statusCode(200);
        take(county, household, id, "REMOVE_APPRAISAL", "village-officer", MINUTES)
                .statusCode(200);
        take(county, household, id, "REMOVE_NOTICE", "village-officer").statusCode(200);
        take(county, household, id, "REMOVE_REVIEW", "township-officer").statusCode(200);
        take(county, household, id, "REMOVE_APPROVAL", "county-officer", DOCUMENT)
                .statusCode(200);
    }

    private static String proposed(County county, String kind, String name) {
        return propose(county, kind, name, "[\"照片\"]").statusCode(201).extract().path("transition.id");
    }

    public static ValidatableResponse propose(County county, String kind, String household, String evidence) {
        return Registered.post(
                county,
                "village-officer",
                "proposer",
                "/v1/register/" + county.household(household) + "/transitions",
                "{\"kind\":\"%s\",\"year\":2018,\"reason\":\"户主重病\",\"evidence\":%s}".formatted(kind, evidence));
    }

    public static ValidatableResponse take(County county, UUID household, String id, String gate, String role) {
        return take(county, household, id, gate, role, "");
    }

    public static ValidatableResponse take(
            County county, UUID household, String id, String gate, String role, String more) {
        return Registered.post(
                county,
                role,
                role + " of " + gate,
                "/v1/register/" + household + "/transitions/" + id + "/steps",
                body(gate, more));
    }

    public static String body(String gate, String more) {
        return "{\"step\":\"%s\",\"signers\":[\"黄某\"]%s}".formatted(gate, more);
    }
}
