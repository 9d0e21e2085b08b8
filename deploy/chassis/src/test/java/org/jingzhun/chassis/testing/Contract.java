package org.jingzhun.chassis.testing;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import io.restassured.filter.Filter;
import java.nio.file.Path;

/**
 * Holds every exchange of a test against {@code contract/openapi.yaml}: put {@link #filter()} into
 * {@code RestAssured.filters} once. An answer that the document does not promise fails the test. Requests are not held
 * against it, since tests of refusals send what it forbids.
 */
public final class Contract {

    private Contract() {}

    public static Filter filter() {
        return new OpenApiValidationFilter(OpenApiInteractionValidator.createForSpecificationUrl(
                        Path.of("contract/openapi.yaml").toUri().toString())
                .withLevelResolver(LevelResolver.create()
                        .withLevel("validation.request", ValidationReport.Level.IGNORE)
                        .withLevel(
                                "validation.response.body.schema.additionalProperties", ValidationReport.Level.IGNORE)
                        .build())
                .build());
    }
}
