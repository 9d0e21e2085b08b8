package org.jingzhun.pairing.responsibility.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
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
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.pairing.access.Divisions;
import org.jingzhun.pairing.access.Role;
import org.jingzhun.pairing.responsibility.Measure;
import org.jingzhun.pairing.responsibility.Setting;
import org.jingzhun.pairing.responsibility.Target;
import org.jingzhun.pairing.responsibility.Targets;
import org.jspecify.annotations.Nullable;

/** Targets (脱贫目标): worked back from the final year, shared out below, held against what was reached. */
@Path("/v1/targets")
@Tag(name = "Responsibility")
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
public class TargetResource {

    private final Setting setting;
    private final Targets targets;
    private final Lists lists;

    TargetResource(Setting setting, Targets targets, Lists lists) {
        this.setting = setting;
        this.targets = targets;
        this.lists = lists;
    }

    /** A slice of targets. */
    @Schema(name = "TargetSlice")
    record TargetSlice(
            List<TargetView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    /** Targets of the divisions below. */
    @Schema(name = "SharedTargets")
    record SharedTargets(List<TargetView> items) {}

    /** A target to be set. */
    @Schema(name = "TargetBody")
    record TargetBody(
            @NotNull @Pattern(regexp = Divisions.FULL) String division,
            @NotNull Measure measure,
            @Min(2014) @Max(2100) int firstYear,

            @Min(2014) @Max(2100) @Schema(description = "When all of it is reached; at most 20 years later.")
            int finalYear,

            @Min(1) @Max(100_000_000) int total,

            @Min(0) @Max(100_000_000) @Schema(description = "A year, while anything is left.")
            int atLeast,

            @NotBlank @Size(max = 200) @Schema(description = "That set it.")
            String document) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listTargets", summary = "Targets that stand, with what was reached, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = TargetSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = Divisions.ANY) @Nullable String division,
            @QueryParam("year") @Min(2014) @Max(2100) @Nullable Integer year,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var area = Divisions.area(division);
        int thisYear = setting.thisYear();
        return lists.answer(headers, page, TargetView.class, (after, limit) -> Slice.byId(
                        after, limit, (behind, count) -> targets.list(area, year, thisYear, behind, count), Target::id)
                .map(TargetView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getTarget", summary = "One target with what was reached")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = TargetView.class)))
    public TargetView get(@PathParam("id") UUID id) {
        return TargetView.of(setting.get(id));
    }

    @POST
    @Idempotent
    @Transactional
    @RolesAllowed({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER})
    @Operation(
            operationId = "setTarget",
            summary = "Set a target, laid over its years; it takes the place of the one that stood")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = TargetView.class)))
    public TargetView set(@Valid @NotNull TargetBody body) {
        return TargetView.of(setting.set(new Setting.Order(
                Long.parseLong(body.division()),
                body.measure(),
                body.firstYear(),
                body.finalYear(),
                body.total(),
                body.atLeast(),
                body.document().strip())));
    }

    @POST
    @Idempotent
    @Path("/{id}/shares")
    @Transactional
    @RolesAllowed({Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER})
    @Operation(
            operationId = "shareTarget",
            summary = "Share a target out to the next level, by the poor (or poor villages) that each division has")
    @APIResponse(
            responseCode = "200",
            description = "The targets below",
            content = @Content(schema = @Schema(implementation = SharedTargets.class)))
    public SharedTargets share(@PathParam("id") UUID id) {
        return new SharedTargets(setting.share(id).stream().map(TargetView::of).toList());
    }
}
