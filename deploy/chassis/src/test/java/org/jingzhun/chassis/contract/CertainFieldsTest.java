package org.jingzhun.chassis.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.Index;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CertainFieldsTest {

    record Visit(String place, int persons, @Nullable String remark, List<@Nullable String> photos) {}

    @org.eclipse.microprofile.openapi.annotations.media.Schema(name = "Call")
    record OtherName(String place, @Nullable Integer persons) {}

    private static Schema schema(String... properties) {
        Schema schema = OASFactory.createSchema();
        for (String property : properties) {
            schema.addProperty(property, OASFactory.createSchema());
        }
        return schema;
    }

    private static OpenAPI contract(String name, Schema schema) {
        return OASFactory.createOpenAPI()
                .components(OASFactory.createComponents().addSchema(name, schema))
                .paths(OASFactory.createPaths());
    }

    private static @Nullable List<String> required(OpenAPI contract, String name) throws IOException {
        CertainFields.tell(contract, Endpoint.of(contract), Index.of(Visit.class, OtherName.class));
        return Objects.requireNonNull(contract.getComponents().getSchemas().get(name))
                .getRequired();
    }

    @Test
    void whatIsNeverNullIsAlwaysInTheAnswer() throws IOException {
        assertThat(required(contract("Visit", schema("place", "persons", "remark", "photos")), "Visit"))
                .containsExactlyInAnyOrder("place", "persons", "photos");
        assertThat(required(contract("Call", schema("place", "persons")), "Call"))
                .containsExactly("place");
    }

    @Test
    void aSchemaOfOtherFieldsThanTheRecordIsLeftAlone() throws IOException {
        assertThat(required(contract("Visit", schema("place", "persons")), "Visit"))
                .isNull();
    }

    @Test
    void whatIsAlsoAskedForIsLeftToItsValidation() throws IOException {
        OpenAPI contract = contract("Visit", schema("place", "persons", "remark", "photos"));
        contract.getPaths().addPathItem("/v1/visits", OASFactory.createPathItem());
        contract.getPaths()
                .getPathItem("/v1/visits")
                .setOperation(
                        HttpMethod.POST,
                        OASFactory.createOperation()
                                .responses(OASFactory.createAPIResponses())
                                .requestBody(OASFactory.createRequestBody()
                                        .content(OASFactory.createContent()
                                                .addMediaType(
                                                        "application/json",
                                                        OASFactory.createMediaType()
                                                                .schema(OASFactory.createSchema()
                                                                        .ref("Visit"))))));
        assertThat(required(contract, "Visit")).isNull();
    }
}
