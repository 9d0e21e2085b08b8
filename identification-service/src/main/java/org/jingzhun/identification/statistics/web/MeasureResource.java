package org.jingzhun.identification.statistics.web;

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
import org.jingzhun.identification.statistics.PublishedMeasure;
import org.jingzhun.identification.statistics.PublishedMeasures;

/** Multidimensional measures; everybody may read them, who keeps the normative data of an area loads new versions. */
@Path("/v1/multidimensional-measures")
@Tag(name = "Statistics")
@Produces(MediaType.APPLICATION_JSON)
public class MeasureResource {

    private final PublishedMeasures measures;
    private final CurrentCaller caller;
    private final Audit audit;

    MeasureResource(PublishedMeasures measures, CurrentCaller caller, Audit audit) {
        this.measures = measures;
        this.caller = caller;
        this.audit = audit;
    }

    /** All measures. */
    @Schema(name = "MultidimensionalMeasureList")
    public record MeasureList(List<MeasureBody> items) {}

    @GET
    @Authenticated
    @Operation(
            operationId = "listMeasures",
            summary = "Multidimensional measures in all versions, with their indicators")
    public MeasureList list() {
        return new MeasureList(measures.list().stream().map(MeasureBody::of).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ADMIN)
    @Idempotent
    @Transactional
    @Operation(operationId = "addMeasure", summary = "Load a version of a measure; it never changes afterwards")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = MeasureBody.class)))
    public Response add(@NotNull @Valid MeasureBody body) {
        PublishedMeasure measure = body.measure();
        String version = body.version();
        if (!caller.get().area().covers(measure.division())) {
            throw Problem.of(422, "division-not-yours")
                    .with(new FieldError("/division", "division-not-yours", null))
                    .asException();
        }
        if (!measures.add(measure, caller.get().subject())) {
            throw Problem.of(409, "standard-exists", version).asException();
        }
        audit.record(AuditEntry.of("measure-added", "multidimensional-measure", version)
                .in(measure.division())
                .because(measure.source()));
        return Response.created(URI.create("/v1/multidimensional-measures"))
                .entity(MeasureBody.of(measure))
                .build();
    }
}
