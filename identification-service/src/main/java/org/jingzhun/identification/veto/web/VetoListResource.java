package org.jingzhun.identification.veto.web;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import org.jingzhun.identification.veto.VetoList;
import org.jingzhun.identification.veto.VetoLists;

/** Lists of vetoes; everybody may read them, the region and administrators load new versions. */
@Path("/v1/veto-lists")
@Tag(name = "Screening")
@Produces(MediaType.APPLICATION_JSON)
public class VetoListResource {

    private final VetoLists lists;
    private final CurrentCaller caller;
    private final Audit audit;

    VetoListResource(VetoLists lists, CurrentCaller caller, Audit audit) {
        this.lists = lists;
        this.caller = caller;
        this.audit = audit;
    }

    /** All lists. */
    @Schema(name = "VetoListList")
    public record VetoListList(List<VetoListBody> items) {}

    @GET
    @Authenticated
    @Operation(operationId = "listVetoLists", summary = "Lists of vetoes in all versions, with their exceptions")
    public VetoListList list() {
        return new VetoListList(lists.list().stream().map(VetoListBody::of).toList());
    }

    @GET
    @Path("/{version}")
    @Authenticated
    @Operation(operationId = "getVetoList", summary = "A version of the list of vetoes")
    public VetoListBody get(@PathParam("version") @Size(max = 40) String version) {
        return lists.find(version).map(VetoListBody::of).orElseThrow(() -> Problem.of(404, "not-found")
                .asException());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.REGION_OFFICER, Role.ADMIN})
    @Idempotent
    @Transactional
    @Operation(operationId = "addVetoList", summary = "Load a version of the list; it never changes afterwards")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = VetoListBody.class)))
    public Response add(@NotNull @Valid VetoListBody body) {
        VetoList list = body.list();
        if (!caller.get().area().covers(list.division())) {
            throw Problem.of(422, "division-not-yours")
                    .with(new FieldError("/division", "division-not-yours", null))
                    .asException();
        }
        if (!lists.add(list, caller.get().subject())) {
            throw Problem.of(409, "standard-exists", list.version()).asException();
        }
        audit.record(AuditEntry.of("veto-list-added", "veto-list", list.version())
                .in(list.division())
                .because(list.source()));
        return Response.created(URI.create("/v1/veto-lists/" + list.version()))
                .entity(VetoListBody.of(list))
                .build();
    }
}
