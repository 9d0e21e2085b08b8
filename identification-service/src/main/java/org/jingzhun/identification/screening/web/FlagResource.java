package org.jingzhun.identification.screening.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.screening.Flag;
import org.jingzhun.identification.screening.FlagNotOpen;
import org.jingzhun.identification.screening.FlagState;
import org.jingzhun.identification.screening.Flags;
import org.jingzhun.identification.screening.Resolution;
import org.jingzhun.identification.screening.Screening;
import org.jspecify.annotations.Nullable;

/** Flags of the households in the caller's area. */
@Path("/v1/flags")
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
public class FlagResource {

    private static final int LONGEST_TEXT = 1000;

    private final Flags flags;
    private final Screening screening;
    private final Lists lists;

    FlagResource(Flags flags, Screening screening, Lists lists) {
        this.flags = flags;
        this.screening = screening;
        this.lists = lists;
    }

    /** A slice of flags. */
    @Schema(name = "FlagSlice")
    public record FlagSlice(
            List<FlagView> items,
            @Schema(nullable = true) @Nullable String next) {}

    /** What a second check found. */
    @Schema(name = "FlagResolution")
    public record ResolutionBody(
            @NotNull Resolution resolution,
            @NotBlank @Size(max = LONGEST_TEXT) String reason,
            @Size(min = 1, max = LONGEST_TEXT) @Nullable String evidence) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listFlags", summary = "Flags by village")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = FlagSlice.class)))
    public Response list(
            @QueryParam("campaign") @Nullable UUID campaign,
            @QueryParam("state") @Nullable FlagState state,
            @QueryParam("household") @Nullable UUID household,
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        Flags.Filter filter =
                new Flags.Filter(campaign, state, household, division == null ? null : Area.ofPrefix(division));
        return lists.answer(
                headers, page, FlagView.class, (after, limit) -> flags.list(filter, Cursor.parse(after, 2), limit)
                        .map(FlagView::of));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getFlag", summary = "A flag")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = FlagView.class)))
    public Response get(@PathParam("id") UUID id) {
        return answer(flags.findByIdOptional(id)
                .orElseThrow(() -> Problem.of(404, "not-found").asException()));
    }

    @POST
    @Path("/{id}/resolution")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER})
    @Idempotent
    @Operation(operationId = "resolveFlag", summary = "Say what the second check of a flag found")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = FlagView.class)))
    public Response resolve(@PathParam("id") UUID id, @NotNull @Valid ResolutionBody body) {
        return answer(screening.resolve(id, body.resolution(), body.reason(), body.evidence()));
    }

    @ServerExceptionMapper
    Response notOpen(FlagNotOpen refusal, RoutingContext exchange) {
        return Problems.answer(Problem.of(409, "flag-not-open", refusal.state()), exchange);
    }

    private static Response answer(Flag flag) {
        return Response.ok(FlagView.of(flag))
                .tag(Revisions.tag(flag.revision()))
                .build();
    }
}
