package org.jingzhun.chassis.testing;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.restassured.OpenApiValidationFilter.OpenApiValidationException;
import com.atlassian.oai.validator.restassured.RestAssuredResponse;
import io.restassured.filter.Filter;
import java.net.URI;
import java.nio.file.Path;

/**
 * Holds every answer of a test against {@code contract/openapi.yaml}: put {@link #filter()} into
 * {@code RestAssured.filters} once. An answer that the document does not promise fails the test. Requests are not held
 * against it, since tests of refusals send what it forbids.
 */
public final class Contract {

    /** One for all tests: the document with all its examples fills much of a heap. */
    private static final class Held {
        static final Filter FILTER = make();
    }

    private Contract() {}

    public static Filter filter() {
        return Held.FILTER;
    }

    private static Filter make() {
        OpenApiInteractionValidator document = validator(ValidationReport.Level.IGNORE);
        Recording recording = new Recording();
        return (request, wanted, exchange) -> {
            var answer = exchange.next(request, wanted);
            ValidationReport report = document.validateResponse(
                    URI.create(request.getURI()).getPath(),
                    Request.Method.valueOf(request.getMethod()),
                    RestAssuredResponse.of(answer));
            if (report.hasErrors()) {
                throw new OpenApiValidationException(report);
            }
            recording.keep(request, answer);
            return answer;
        };
    }

    /** @param requests what a fault of a request is */
    static OpenApiInteractionValidator validator(ValidationReport.Level requests) {
        return OpenApiInteractionValidator.createForSpecificationUrl(
                        Path.of("contract/openapi.yaml").toUri().toString())
                .withLevelResolver(LevelResolver.create()
                        .withLevel(
                                "validation.response.body.schema.additionalProperties", ValidationReport.Level.IGNORE)
                        .withLevel("validation.request", requests)
                        .build())
                .build();
    }
}
