package org.jingzhun.identification.campaign.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.campaign.Objecting;
import org.jingzhun.identification.objection.web.Outcome;

/** Decides objections. */
@Path("/v1/objections")
@Tag(name = "Rounds")
@Produces(MediaType.APPLICATION_JSON)
public class ObjectionResource {

    private final Objecting objecting;

    ObjectionResource(Objecting objecting) {
        this.objecting = objecting;
    }

    /** @param investigators two or more different people, none of whom visited the household first */
    @Schema(name = "ObjectionResolution")
    public record ResolutionBody(
            @NotNull Outcome outcome,
            @NotBlank @Size(max = 2000) String finding,

            @NotNull @Size(min = 2, max = 10) Set<@NotBlank @Size(max = 100) String> investigators) {}

    @POST
    @Path("/{id}/resolution")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER})
    @Idempotent
    @Operation(operationId = "resolveObjection", summary = "Decide an objection after looking into it")
    public ObjectionView resolve(@PathParam("id") UUID id, @NotNull @Valid ResolutionBody body) {
        return ObjectionView.of(objecting.resolve(
                id, body.outcome() == Outcome.UPHELD, body.finding(), List.copyOf(body.investigators())));
    }
}
