package org.jingzhun.funding.each;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.Things;
import org.jingzhun.funding.testing.BenefitOffice;
import org.jingzhun.funding.testing.Client;
import org.jingzhun.funding.testing.Client.County;

/** The county's offices: whatever they ask for succeeds. */
record Desk(County county, Things things) {

    /** Fields of a request: names and values in turn. */
    static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> body = new HashMap<>();
        for (int field = 0; field < namesAndValues.length; field += 2) {
            body.put(namesAndValues[field].toString(), namesAndValues[field + 1]);
        }
        return body;
    }

    static JsonPath done(ValidatableResponse answer, String what) {
        assertThat(answer.extract().statusCode())
                .as("%s: %s", what, answer.extract().asString())
                .isBetween(200, 299);
        return answer.extract().jsonPath();
    }

    RequestSpecification township() {
        return Client.as("township-officer", county.code() + "900", "township@" + county.code());
    }

    RequestSpecification village() {
        return Client.as("village-officer", county.village(1), "village@" + county.code());
    }

    RequestSpecification region() {
        return Client.as("region-officer", county.code().substring(0, 2));
    }

    JsonPath post(RequestSpecification person, String path, Map<String, Object> body) {
        return done(person.body(body).post(path).then(), "POST " + path + " " + body);
    }

    JsonPath post(String path, Object... namesAndValues) {
        return post(county.author(), path, fields(namesAndValues));
    }

    /** Posts and gives the id of what was made. */
    String made(String path, Object... namesAndValues) {
        return post(path, namesAndValues).getString("id");
    }

    JsonPath put(RequestSpecification person, String path, Map<String, Object> body) {
        return done(person.body(body).put(path).then(), "PUT " + path + " " + body);
    }

    /** Describes anew what the author has seen. */
    void changed(String path, Map<String, Object> body) {
        String seen = county.author().get(path).header("ETag");
        put(county.author().header("If-Match", seen), path, body);
    }

    JsonPath get(String path) {
        return done(county.auditor().get(path).then(), "GET " + path);
    }

    void step(RequestSpecification person, String path, String step) {
        post(person, path + "/steps", fields("step", step));
    }

    /** Pays all that is due of a benefit through a batch, and gives the payment that the bank has answered. */
    String paid(String benefit, String result) {
        BenefitOffice office = new BenefitOffice(county);
        String order = office.approved(benefit);
        JsonPath batch = office.batch(fields("disbursements", List.of(order)));
        assertThat(batch.getString("state")).as(batch.prettify()).isEqualTo("SUCCEEDED");
        String id = batch.getString("result.batchId");
        JsonPath payments = office.payments(id);
        List<String> ids = payments.getList("items.id");
        List<String> amounts = payments.getList("items.amount");
        List<String> results = new ArrayList<>();
        for (int p = 0; p < ids.size(); p++) {
            results.add(BenefitOffice.result(ids.get(p), amounts.get(p), result));
        }
        office.results(id, results);
        things.at("/v1/disbursements/{id}", order).at("/v1/payment-batches/{id}", id);
        return payments.getString("items[0].id");
    }

    static UUID any() {
        return UUID.randomUUID();
    }
}
