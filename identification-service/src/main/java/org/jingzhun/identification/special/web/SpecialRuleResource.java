package org.jingzhun.identification.special.web;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problem.FieldError;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.special.DiseaseClasses;
import org.jingzhun.identification.special.Rulebook;
import org.jingzhun.identification.special.facts.Parameter;
import org.jspecify.annotations.Nullable;

/** The numbers and lists that the special registers judge by; everybody may read them. */
@Path("/v1")
@Tag(name = "Special registers")
@Produces(MediaType.APPLICATION_JSON)
public class SpecialRuleResource {

    private final Rulebook rulebook;
    private final DiseaseClasses diseases;
    private final CurrentCaller caller;
    private final Audit audit;

    SpecialRuleResource(Rulebook rulebook, DiseaseClasses diseases, CurrentCaller caller, Audit audit) {
        this.rulebook = rulebook;
        this.diseases = diseases;
        this.caller = caller;
        this.audit = audit;
    }

    /** Numbers of all versions. */
    @Schema(name = "SpecialRules")
    public record RuleLines(List<Rulebook.Line> items) {}

    /** Classes of diseases with their validity. */
    @Schema(name = "DiseaseClasses")
    public record Diseases(List<DiseaseClasses.DiseaseClass> items) {}

    @GET
    @Path("/special-rules")
    @Authenticated
    @Operation(
            operationId = "listSpecialRules",
            summary = "Rules of schooling, of who is left behind and of the two subsidies, in all versions")
    public RuleLines rules(@QueryParam("rule") Parameter.@Nullable Rule rule) {
        return new RuleLines(rulebook.list(rule));
    }

    @POST
    @Path("/special-rules")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.REGION_OFFICER, Role.ADMIN})
    @Idempotent
    @Transactional
    @Operation(operationId = "addSpecialRule", summary = "Load a version of a rule; it never changes afterwards")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = RuleLines.class)))
    public Response add(@NotNull @Valid SpecialRuleBody body) {
        long division = DivisionCode.parse(body.division());
        if (!caller.get().area().covers(division)) {
            throw Problem.of(422, "division-not-yours")
                    .with(new FieldError("/division", "division-not-yours", null))
                    .asException();
        }
        rulebook.add(body.lines(), caller.get().subject());
        audit.record(AuditEntry.of("special-rule-added", "special-rule", body.version())
                .in(division)
                .because(body.source()));
        return Response.created(URI.create("/v1/special-rules?rule=" + body.rule()))
                .entity(new RuleLines(body.lines()))
                .build();
    }

    @GET
    @Path("/disease-classes")
    @Authenticated
    @Operation(
            operationId = "listDiseaseClasses",
            summary = "Classes of diseases with validity, mark and source; loaded by the import kind disease-classes")
    public Diseases diseases() {
        return new Diseases(diseases.list());
    }
}
