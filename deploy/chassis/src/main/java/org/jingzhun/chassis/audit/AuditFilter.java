package org.jingzhun.chassis.audit;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which records to list; an absent part does not narrow. */
public class AuditFilter {

    @QueryParam("subject")
    @Size(max = 200)
    @Parameter(description = "Who.")
    public @Nullable String subject;

    @QueryParam("action")
    @Size(max = 200)
    @Parameter(description = "What was done.")
    public @Nullable String action;

    @QueryParam("objectType")
    @Size(max = 200)
    @Parameter(description = "Kind of the object.")
    public @Nullable String objectType;

    @QueryParam("object")
    @Size(max = 200)
    @Parameter(description = "Id of the object.")
    public @Nullable String object;

    @QueryParam("household")
    @Parameter(
            description =
                    "Id of the household that was read or changed, or of which something was: a visit, a flag, an exit.")
    public @Nullable UUID household;

    @QueryParam("division")
    @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}")
    @Parameter(description = "Where, with all that lies in it: 2, 4, 6, 9 or 12 digits.")
    public @Nullable String division;

    @QueryParam("from")
    @Parameter(description = "Not before this instant.")
    public @Nullable Instant from;

    @QueryParam("to")
    @Parameter(description = "Before this instant.")
    public @Nullable Instant to;
}
