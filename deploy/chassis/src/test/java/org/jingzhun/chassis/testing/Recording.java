package org.jingzhun.chassis.testing;

import com.atlassian.oai.validator.interaction.ApiOperationResolver;
import com.atlassian.oai.validator.model.ApiOperationMatch;
import com.atlassian.oai.validator.model.Request;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Hands what tests sent and got to the {@link Recorder}, when examples are recorded; else does nothing. */
final class Recording {

    private static final Recorder RECORDER = new Recorder();

    private final @Nullable ApiOperationResolver operations = Recorder.isOn() ? resolver() : null;

    private static ApiOperationResolver resolver() {
        OpenAPI contract = new OpenAPIV3Parser()
                .read(Path.of("contract/openapi.yaml").toUri().toString());
        return new ApiOperationResolver(contract, "", false);
    }

    void keep(FilterableRequestSpecification request, Response answer) {
        String sent = text(request.getBody());
        keep(
                request.getMethod(),
                URI.create(request.getURI()).getPath(),
                new Sent(sent == null ? null : request.getContentType(), sent),
                new Got(
                        answer.statusCode(),
                        answer.contentType(),
                        answer.header("Content-Language"),
                        answer.asString()));
    }

    /** A request's body, with its type. */
    record Sent(@Nullable String type, @Nullable String body) {}

    /** An answer. */
    record Got(int status, @Nullable String type, @Nullable String language, String body) {}

    void keep(String method, String path, Sent sent, Got got) {
        String language = got.language();
        if (operations == null || (language != null && language.startsWith("zh"))) {
            return;
        }
        ApiOperationMatch match = operations.findApiOperation(path, Request.Method.valueOf(method));
        if (match.isPathFound() && match.isOperationAllowed()) {
            RECORDER.keep(new Recorder.Exchange(
                    match.getApiOperation().getOperation().getOperationId(),
                    sent.body() == null ? null : bare(sent.type()),
                    sent.body(),
                    got.status(),
                    bare(got.type()),
                    got.body()));
        }
    }

    static @Nullable String text(@Nullable Object body) {
        return body instanceof byte[] bytes
                ? new String(bytes, StandardCharsets.UTF_8)
                : body == null ? null : body.toString();
    }

    private static String bare(@Nullable String type) {
        return type == null ? "" : type.split(";", 2)[0].strip();
    }
}
