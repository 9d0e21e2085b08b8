package org.jingzhun.identification.adjustment;

import java.util.UUID;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.Registered;

/** What corrects findings, driven through its own gates. */
final class Corrections {

    private Corrections() {}

    /** Proposes the removal of a household and gives its id. */
    static String removal(County county, String name) {
        return Registered.post(
                        county,
                        "village-officer",
                        "proposer",
                        "/v1/register/" + county.household(name) + "/transitions",
                        "{\"kind\":\"REMOVE\",\"year\":2018,\"reason\":\"核查错评\",\"evidence\":[\"照片\"]}")
                .statusCode(201)
                .extract()
                .path("transition.id");
    }

    static void reject(County county, String name, String id) {
        gate(county, name, id, "REJECTION", "county-officer", ",\"remark\":\"查无实据\"");
    }

    /** Removes a household from the register and gives the id of the transition. */
    static String removed(County county, String name) {
        Registered.withoutNoticeDays(county, 2018);
        String id = removal(county, name);
        gate(county, name, id, "REMOVE_VERIFICATION", "township-officer", "");
        gate(county, name, id, "REMOVE_HEARING", "village-officer", ",\"remark\":\"户主认可\"");
        gate(
                county,
                name,
                id,
                "REMOVE_APPRAISAL",
                "village-officer",
                ",\"minutes\":{\"present\":20,\"entitled\":30,\"votes\":18}");
        gate(county, name, id, "REMOVE_NOTICE", "village-officer", "");
        gate(county, name, id, "REMOVE_REVIEW", "township-officer", "");
        gate(county, name, id, "REMOVE_APPROVAL", "county-officer", ",\"documentNumber\":\"隆政发〔2018〕62号\"");
        return id;
    }

    private static void gate(County county, String name, String id, String gate, String role, String more) {
        Registered.post(
                        county,
                        role,
                        role + " of " + gate,
                        "/v1/register/" + county.household(name) + "/transitions/" + id + "/steps",
                        "{\"step\":\"%s\",\"signers\":[\"黄某\"]%s}".formatted(gate, more))
                .statusCode(200);
    }

    /** Corrects what is recorded of a household and gives the id of the change. */
    static String changed(County county, String name) {
        UUID household = county.household(name);
        String path = "/v1/households/" + household + "/changes";
        String id = Registered.post(
                        county,
                        "village-officer",
                        "requester",
                        path,
                        "{\"kind\":\"CORRECTION\",\"on\":\"2017-11-21\",\"reason\":\"住址有误\",\"evidence\":[\"照片\"],"
                                + "\"hamlet\":\"下屯\"}")
                .statusCode(201)
                .extract()
                .path("change.id");
        Registered.post(county, "township-officer", "reviewer", path + "/" + id + "/steps", "{\"step\":\"REVIEW\"}")
                .statusCode(200);
        Registered.post(county, "county-officer", "applier", path + "/" + id + "/steps", "{\"step\":\"APPLICATION\"}")
                .statusCode(200);
        return id;
    }
}
