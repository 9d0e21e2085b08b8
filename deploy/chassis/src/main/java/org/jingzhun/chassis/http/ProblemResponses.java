package org.jingzhun.chassis.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Promises in the OpenAPI document that every answer without a response of its own there is a problem document. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ProblemResponses implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        contract.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(operation -> promise(operation.getResponses()));
    }

    private static void promise(APIResponses responses) {
        List.copyOf(responses.getAPIResponses().keySet()).stream()
                .filter(status -> status.startsWith("4"))
                .filter(status -> responses.getAPIResponse(status).getContent() == null)
                .forEach(responses::removeAPIResponse);
        responses.setDefaultValue(OASFactory.createAPIResponse()
                .description("A problem; its code says which.")
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problems.PROBLEM_JSON.toString(),
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("Problem")))));
    }
}
