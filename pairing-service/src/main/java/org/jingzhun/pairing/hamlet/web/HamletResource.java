package org.jingzhun.pairing.hamlet.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.pairing.access.Divisions;
import org.jingzhun.pairing.access.Role;
import org.jingzhun.pairing.hamlet.HamletFacts;
import org.jingzhun.pairing.hamlet.Hamlets;
import org.jspecify.annotations.Nullable;

/** Hamlets of the caller's area; they are imported. */
@Path("/v1/hamlets")
@Tag(name = "Pairing plans")
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
public class HamletResource {

    private final Hamlets hamlets;
    private final Lists lists;

    HamletResource(Hamlets hamlets, Lists lists) {
        this.hamlets = hamlets;
        this.lists = lists;
    }

    /** A slice of hamlets. */
    @Schema(name = "HamletSlice")
    public record HamletSlice(
            List<HamletFacts> items,
            @Schema(nullable = true) @Nullable String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(
            operationId = "listHamlets",
            summary = "Hamlets with their points and those that they adjoin, by village and name")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HamletSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = Divisions.ANY) @Nullable String division,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        Area area = Divisions.area(division);
        return lists.answer(
                headers, page, HamletFacts.class, (after, limit) -> hamlets.list(area, Cursor.parse(after, 2), limit));
    }
}
