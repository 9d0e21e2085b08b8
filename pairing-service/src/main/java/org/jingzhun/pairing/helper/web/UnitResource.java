package org.jingzhun.pairing.helper.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.pairing.access.Divisions;
import org.jingzhun.pairing.access.Role;
import org.jingzhun.pairing.helper.Enlisting;
import org.jingzhun.pairing.helper.Unit;
import org.jingzhun.pairing.helper.UnitFacts;
import org.jingzhun.pairing.helper.UnitLevel;
import org.jingzhun.pairing.helper.Units;
import org.jspecify.annotations.Nullable;

/** Units of the caller's area. */
@Path("/v1/units")
@Tag(name = "Helpers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Role.VILLAGE_OFFICER,
    Role.TOWNSHIP_OFFICER,
    Role.COUNTY_OFFICER,
    Role.CITY_OFFICER,
    Role.REGION_OFFICER,
    Role.AUDITOR,
    Role.SUPERVISOR,
    Role.SYSTEM
})
public class UnitResource {

    private final Units units;
    private final Enlisting enlisting;
    private final Lists lists;

    UnitResource(Units units, Enlisting enlisting, Lists lists) {
        this.units = units;
        this.enlisting = enlisting;
        this.lists = lists;
    }

    /** A slice of units. */
    @Schema(name = "UnitSlice")
    public record UnitSlice(
            List<UnitView> items,
            @Schema(nullable = true) @Nullable String next) {}

    /** What is told of a unit. */
    @Schema(name = "UnitBody")
    public record UnitBody(
            @NotBlank @Size(max = 100) String name,
            @NotNull UnitLevel level,

            @NotNull
            @Pattern(regexp = Divisions.FULL)
            @Schema(description = "12 digits: the area in which it helps, usually a county.")
            String division,

            @Pattern(regexp = Divisions.FULL)
            @Schema(description = "12 digits: the township or county in which its people work.")
            @Nullable
            String seat,

            @DecimalMin("-90") @DecimalMax("90") @Digits(integer = 2, fraction = 6) @Nullable
            BigDecimal latitude,

            @DecimalMin("-180") @DecimalMax("180") @Digits(integer = 3, fraction = 6) @Nullable
            BigDecimal longitude) {

        UnitFacts facts() {
            if ((latitude == null) != (longitude == null)) {
                throw Problem.of(422, "half-a-place").asException();
            }
            return new UnitFacts(
                    name,
                    level,
                    Long.parseLong(division),
                    seat == null ? null : Long.valueOf(seat),
                    latitude,
                    longitude);
        }
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listUnits", summary = "Units in the order of their ids")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = UnitSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = Divisions.ANY) @Nullable String division,
            @QueryParam("level") @Nullable UnitLevel level,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        Area area = Divisions.area(division);
        return lists.answer(
                headers, page, UnitView.class, (after, limit) -> units.list(area, level, Cursor.parse(after, 1), limit)
                        .map(UnitView::of));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getUnit", summary = "One unit")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = UnitView.class)))
    public Response get(@PathParam("id") UUID id) {
        return answer(units.findByIdOptional(id)
                .orElseThrow(() -> Problem.of(404, "not-found").asException()));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER})
    @Operation(operationId = "putUnit", summary = "Record or correct a unit under an id of the client's choice")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = UnitView.class)))
    public Response put(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = Revisions.LONGEST_TAG) @Nullable String ifMatch,
            @NotNull @Valid UnitBody body) {
        return answer(enlisting.putUnit(id, body.facts(), ifMatch));
    }

    private static Response answer(Unit unit) {
        return Revisions.answer(UnitView.of(unit), unit.revision());
    }
}
