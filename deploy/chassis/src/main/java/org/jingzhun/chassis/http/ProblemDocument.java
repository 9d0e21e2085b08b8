package org.jingzhun.chassis.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Problem details (RFC 9457) as they leave the service: {@code application/problem+json}. */
@Schema(name = "Problem", description = "What went wrong, and what to do about it (RFC 9457).")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemDocument(
        @Schema(
                description = "Identifies the kind of problem.",
                format = "uri",
                examples = "https://jingzhun.org/problems/not-found")
        String type,

        @Schema(description = "The kind of problem in a few words, in the client's language.")
        String title,

        @Schema(description = "HTTP status.", minimum = "400", maximum = "599")
        int status,

        @Schema(description = "What went wrong here and what to do, in the client's language.")
        String detail,

        @Schema(description = "Path of the request.") String instance,

        @Schema(description = "Stable code to program against.", examples = "not-found")
        String code,

        @Schema(description = "Quote it to the operator: the service's log has it too.")
        String traceId,

        @Schema(description = "One entry for each bad field.")
        List<BadField> errors,

        @JsonAnyGetter @Schema(hidden = true) Map<String, Object> properties) {

    /** One bad field. */
    @Schema(name = "BadField")
    public record BadField(
            @Schema(description = "JSON pointer into the body, or the parameter's name.")
            String pointer,

            @Schema(
                    description =
                            "Stable code: the constraint that does not hold (`not-null`, `not-blank`, `size`, `pattern`,"
                                    + " `min`, `max` and the like), `unknown-field`, `wrong-type`, or one of the"
                                    + " operation's own; of subscriptions `event-type-unknown`, `webhook-url-invalid`,"
                                    + " `webhook-url-not-https`, `webhook-url-not-public` and"
                                    + " `webhook-url-unknown-host`.")
            String code,

            @Schema(description = "What is wrong and what to do.") @Nullable
            String detail) {}
}
