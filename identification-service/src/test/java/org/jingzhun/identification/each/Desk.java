package org.jingzhun.identification.each;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jingzhun.identification.testing.Client.as;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.UUID;
import org.jingzhun.chassis.testing.Things;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.identification.testing.Client;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.Registered;

/** The county's offices: whatever they ask for succeeds. */
record Desk(County county, Things things) {

    static LocalDate today() {
        return LocalDate.now(Clocks.SHANGHAI);
    }

    private String area(String role) {
        return switch (role) {
            case "city-officer" -> county.code().substring(0, 4);
            case "region-officer", "admin" -> county.code().substring(0, 2);
            default -> county.code();
        };
    }

    private static JsonPath done(ValidatableResponse answer, String what) {
        assertThat(answer.extract().statusCode())
                .as("%s: %s", what, answer.extract().asString())
                .isBetween(200, 299);
        return answer.extract().jsonPath();
    }

    /** By somebody of a role who does nothing else. */
    JsonPath post(String role, String path, String body) {
        return post(role, role + " of " + path, path, body);
    }

    JsonPath post(String role, String person, String path, String body) {
        return done(Registered.post(county, role, person, path, body), "POST " + path + " " + body);
    }

    JsonPath put(String role, String path, String body) {
        return done(as(role, area(role)).body(body).put(path).then(), "PUT " + path + " " + body);
    }

    JsonPath get(String role, String path) {
        return done(as(role, area(role)).get(path).then(), "GET " + path);
    }

    /** Puts a thing under an id of the client's choice and gives the id. */
    String made(String role, String path, String body) {
        String id = UUID.randomUUID().toString();
        put(role, path + "/" + id, body);
        return id;
    }

    /** A step of a procedure, with one signer. */
    JsonPath step(String role, String path, String step, String more) {
        return post(role, role + " of " + step, path, "{\"step\":\"%s\",\"signers\":[\"黄某\"]%s}".formatted(step, more));
    }

    /** Orders a job and waits for its end. */
    JsonPath ordered(String role, String path, String body) {
        return Client.finished(
                role,
                area(role),
                post(role, role + "@" + area(role), path, body).getString("id"));
    }

    String household(String name) {
        return county.household(name).toString();
    }

    String member(String household, int index) {
        return get("county-officer", "/v1/households/" + household(household)).getString("members[" + index + "].id");
    }
}
