package org.jingzhun.pairing.helper.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.pairing.access.Role;
import org.jingzhun.pairing.helper.Absence;
import org.jingzhun.pairing.helper.AbsenceKind;
import org.jingzhun.pairing.helper.Availability;
import org.jingzhun.pairing.helper.ConflictKind;
import org.jspecify.annotations.Nullable;

/** When a helper cannot help, and whom it must not help. */
@Path("/v1/helpers/{id}")
@Tag(name = "Helpers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER})
public class AvailabilityResource {

    private final Availability availability;

    AvailabilityResource(Availability availability) {
        this.availability = availability;
    }

    /** What is told of an absence. */
    @Schema(name = "AbsenceBody")
    public record AbsenceBody(
            @NotNull AbsenceKind kind,
            @NotNull LocalDate since,

            @Schema(description = "Last day; absent if nobody knows, or for good. Leave and training have one.")
            @Nullable
            LocalDate until,

            @Size(max = 500) @Nullable String remark) {}

    /** Why a helper must not help a household. */
    @Schema(name = "ConflictBody")
    public record ConflictBody(
            @NotNull ConflictKind kind,
            @Size(max = 500) @Nullable String remark) {}

    @GET
    @Path("/absences")
    @Operation(operationId = "listAbsences", summary = "The absences of a helper by first day")
    public List<Absence> absences(@PathParam("id") UUID id) {
        return availability.absences(id);
    }

    @PUT
    @Path("/absences/{absenceId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putAbsence",
            summary = "Record or correct an absence; the next plan shares its households out")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Absence.class)))
    public Response put(
            @PathParam("id") UUID id,
            @PathParam("absenceId") UUID absenceId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = Revisions.LONGEST_TAG) @Nullable String ifMatch,
            @NotNull @Valid AbsenceBody body) {
        Absence told = new Absence(
                absenceId, id, body.kind(), body.since(), body.until(), body.remark() == null ? "" : body.remark(), 0);
        Absence written = availability.put(told, ifMatch);
        return Revisions.answer(written, written.revision());
    }

    @PUT
    @Path("/conflicts/{householdId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putConflict", summary = "Record that a helper must not help a household")
    @APIResponse(responseCode = "204", description = "Recorded")
    public Response putConflict(
            @PathParam("id") UUID id, @PathParam("householdId") UUID householdId, @NotNull @Valid ConflictBody body) {
        availability.putConflict(id, householdId, body.kind(), body.remark() == null ? "" : body.remark());
        return Response.noContent().build();
    }
}
