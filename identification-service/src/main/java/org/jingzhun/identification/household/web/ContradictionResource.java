package org.jingzhun.identification.household.web;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.household.ContradictionRule;
import org.jingzhun.identification.household.Contradictions;

/** The tables of what cannot be true of the members of a household together; everybody may read them. */
@Path("/v1/contradiction-rules")
@Tag(name = "Households")
@Produces(MediaType.APPLICATION_JSON)
public class ContradictionResource {

    private final Contradictions contradictions;
    private final CurrentCaller caller;
    private final Audit audit;

    ContradictionResource(Contradictions contradictions, CurrentCaller caller, Audit audit) {
        this.contradictions = contradictions;
        this.caller = caller;
        this.audit = audit;
    }

    /** Whole tables, the oldest first. */
    @Schema(name = "ContradictionTables")
    public record Tables(List<Contradictions.Version> items) {}

    /** A whole table as clients send it. */
    @Schema(name = "ContradictionTableBody")
    public record TableBody(
            @NotNull @Pattern(regexp = "[A-Z0-9-]{3,40}") String version,

            @Schema(description = "The first day on which what is recorded is judged by it.") @NotNull
            LocalDate validFrom,

            @Schema(description = "All rules: a version takes the place of the one before as a whole.")
            @NotNull
            @Size(min = 1, max = 1000)
            List<@NotNull @Valid RuleBody> rules) {

        Contradictions.Version table() {
            return new Contradictions.Version(
                    version,
                    validFrom,
                    rules.stream().map(RuleBody::contradiction).toList());
        }
    }

    /** A rule of the table. */
    @Schema(name = "ContradictionRuleBody")
    public record RuleBody(
            @NotNull ContradictionRule.Field field,

            @Schema(description = "A code of the field's code list; ANY for BIRTH_DATE.") @NotBlank @Size(max = 40)
            String value,

            @NotNull ContradictionRule.Limit rule,
            @NotNull @Min(0) @Max(200) Integer years,

            @Schema(description = "The document that says so.") @NotBlank @Size(max = 500)
            String source) {

        ContradictionRule contradiction() {
            return new ContradictionRule(field, value, rule, years, "LOCAL", source);
        }
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "listContradictionRules",
            summary = "What cannot be true of members together, in all versions")
    public Tables list() {
        return new Tables(contradictions.list());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ADMIN)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "addContradictionRules",
            summary = "Load a version of the whole table; it never changes afterwards")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = Contradictions.Version.class)))
    public Response add(@NotNull @Valid TableBody body) {
        Contradictions.Version table = body.table();
        contradictions.add(table, caller.get().subject());
        audit.record(AuditEntry.of("contradictions-loaded", "contradiction-rules", table.version())
                .with("rules", table.rules().size()));
        return Response.created(URI.create("/v1/contradiction-rules"))
                .entity(table)
                .build();
    }
}
