package org.jingzhun.identification.screening.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.screening.Screenings;
import org.jspecify.annotations.Nullable;

/** Screenings of the counties that the caller's area touches. */
@Path("/v1/screenings")
@Tag(name = "Screening")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Role.VILLAGE_OFFICER,
    Role.TOWNSHIP_OFFICER,
    Role.COUNTY_OFFICER,
    Role.CITY_OFFICER,
    Role.REGION_OFFICER,
    Role.AUDITOR,
    Role.SUPERVISOR
})
public class ScreeningListResource {

    private final Screenings screenings;
    private final Lists lists;

    ScreeningListResource(Screenings screenings, Lists lists) {
        this.screenings = screenings;
        this.lists = lists;
    }

    /** A slice of screenings. */
    @Schema(name = "ScreeningSlice")
    public record ScreeningSlice(
            List<ScreeningView> items,
            @Schema(nullable = true) @Nullable String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(
            operationId = "listScreenings",
            summary = "Screenings, the youngest first, with the deliveries that each used and what they lacked")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = ScreeningSlice.class)))
    public Response list(
            @QueryParam("county") @Pattern(regexp = DivisionCode.PATTERN) @Nullable String county,
            @QueryParam("campaign") @Nullable UUID campaign,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        Long code = county == null ? null : DivisionCode.parse(county);
        return lists.answer(headers, page, ScreeningView.class, (after, limit) -> screenings
                .list(code, campaign, Cursor.parse(after, 1), limit)
                .map(ScreeningView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getScreening", summary = "A screening with the deliveries that it used")
    public ScreeningView get(@PathParam("id") UUID id) {
        return screenings.find(id).map(ScreeningView::of).orElseThrow(() -> Problem.of(404, "not-found")
                .asException());
    }
}
