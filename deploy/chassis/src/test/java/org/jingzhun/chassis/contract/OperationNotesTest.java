package org.jingzhun.chassis.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.junit.jupiter.api.Test;

class OperationNotesTest {

    @Test
    void aListTellsItsCallersAndHowTheWholeOfItIsHad() {
        Operation list = operation("Helpers in the order of their ids");
        list.addSecurityRequirement(
                OASFactory.createSecurityRequirement().addScheme("bearer", java.util.List.of("auditor")));
        list.addParameter(OASFactory.createParameter().name("after"));
        list.getResponses()
                .addAPIResponse(
                        "200",
                        OASFactory.createAPIResponse()
                                .content(OASFactory.createContent()
                                        .addMediaType("application/x-ndjson", OASFactory.createMediaType())));

        assertThat(describedBy(HttpMethod.GET, "/v1/helpers", list))
                .startsWith("Helpers in the order of their ids.\n\nNeeds one of the roles `auditor`.")
                .contains("`next` leads to the following one", "streams every row");
    }

    @Test
    void whatNeedsNoTokenSaysSo() {
        assertThat(describedBy(HttpMethod.GET, "/v1/disclosures/{id}", operation("One announcement")))
                .isEqualTo("One announcement.\n\nAnybody may call it, without a token.");
    }

    @Test
    void aChangeTellsWhatItNeedsAndHowItIsRepeated() {
        Operation change = operation("Write a plan");
        change.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme("bearer"));
        change.addParameter(OASFactory.createParameter().name("If-Match"));
        change.addParameter(OASFactory.createParameter().name("Idempotency-Key"));
        change.getResponses().addAPIResponse("202", OASFactory.createAPIResponse());

        assertThat(describedBy(HttpMethod.POST, "/v1/plans/{id}", change))
                .contains("any role", "404", "428", "412", "Idempotency-Key", "`Location`");
    }

    private static Operation operation(String summary) {
        return OASFactory.createOperation().summary(summary).responses(OASFactory.createAPIResponses());
    }

    private static String describedBy(HttpMethod method, String path, Operation operation) {
        OpenAPI contract = OASFactory.createOpenAPI()
                .paths(OASFactory.createPaths().addPathItem(path, OASFactory.createPathItem()));
        contract.getPaths().getPathItem(path).setOperation(method, operation);
        OperationNotes.write(Endpoint.of(contract));
        return operation.getDescription();
    }
}
