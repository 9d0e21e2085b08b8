package org.jingzhun.identification.special;

import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.Registered;

/** What tests of the special registers ask for again and again. */
final class SpecialDesk {

    private SpecialDesk() {}

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    static String member(County county, String household, int index) {
        return county.county()
                .get("/v1/households/" + county.household(household))
                .jsonPath()
                .getString("members[" + index + "].id");
    }

    static ValidatableResponse put(County county, String register, String body) {
        return county.county()
                .body(body)
                .put("/v1/" + register + "/" + UUID.randomUUID())
                .then();
    }

    static ValidatableResponse step(County county, String role, String id, String body) {
        return Registered.post(county, role, role, "/v1/special-records/" + id + "/steps", "{" + body + "}");
    }
}
