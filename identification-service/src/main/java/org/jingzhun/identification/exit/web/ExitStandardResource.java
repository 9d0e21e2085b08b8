package org.jingzhun.identification.exit.web;

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
import org.jingzhun.identification.exit.ExitRefusal;
import org.jingzhun.identification.exit.ExitStandard;
import org.jingzhun.identification.exit.ExitStandards;
import org.jingzhun.identification.exit.Subject;
import org.jspecify.annotations.Nullable;

/** Standards of exit; everybody may read them, the region loads new versions. */
@Path("/v1/exit-standards")
@Tag(name = "Exits")
@Produces(MediaType.APPLICATION_JSON)
public class ExitStandardResource {

    private final ExitStandards standards;
    private final CurrentCaller caller;
    private final Audit audit;

    ExitStandardResource(ExitStandards standards, CurrentCaller caller, Audit audit) {
        this.standards = standards;
        this.caller = caller;
        this.audit = audit;
    }

    /** All standards that fit. */
    @Schema(name = "ExitStandardList")
    public record StandardList(List<ExitStandardBody> items) {}

    @GET
    @Authenticated
    @Operation(operationId = "listExitStandards", summary = "Standards of exit in all versions, with their criteria")
    public StandardList list(@QueryParam("subject") @Nullable Subject subject) {
        return new StandardList(
                standards.list(subject).stream().map(ExitStandardBody::of).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.REGION_OFFICER, Role.ADMIN})
    @Idempotent
    @Transactional
    @Operation(operationId = "addExitStandard", summary = "Load a version of a standard; it never changes afterwards")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = ExitStandardBody.class)))
    public Response add(@NotNull @Valid ExitStandardBody body) {
        ExitStandard standard = body.standard();
        if (!caller.get().area().covers(standard.division())) {
            throw Problem.of(422, "division-not-yours")
                    .with(new FieldError("/division", "division-not-yours", null))
                    .asException();
        }
        if (!standards.add(standard, caller.get().subject())) {
            throw new ExitRefusal.StandardExists(standard.version()).asException();
        }
        audit.record(AuditEntry.of("exit-standard-added", "exit-standard", standard.version())
                .in(standard.division())
                .because(standard.source()));
        return Response.created(URI.create("/v1/exit-standards?subject=" + standard.subject()))
                .entity(ExitStandardBody.of(standard))
                .build();
    }
}
