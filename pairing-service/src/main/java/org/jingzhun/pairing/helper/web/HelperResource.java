package org.jingzhun.pairing.helper.web;

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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.audit.AuditedLists;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.access.Divisions;
import org.jingzhun.pairing.access.Role;
import org.jingzhun.pairing.cause.Cause;
import org.jingzhun.pairing.helper.Calling;
import org.jingzhun.pairing.helper.Enlisting;
import org.jingzhun.pairing.helper.Helper;
import org.jingzhun.pairing.helper.HelperFacts;
import org.jingzhun.pairing.helper.Helpers;
import org.jingzhun.pairing.helper.Rank;
import org.jingzhun.pairing.policy.Policies;
import org.jspecify.annotations.Nullable;

/** Helpers of the caller's area. */
@Path("/v1/helpers")
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
public class HelperResource {

    private final Helpers helpers;
    private final Enlisting enlisting;
    private final Policies policies;
    private final Audit audit;
    private final AuditedLists lists;
    private final Clock clock;

    HelperResource(
            Helpers helpers, Enlisting enlisting, Policies policies, Audit audit, AuditedLists lists, Clock clock) {
        this.helpers = helpers;
        this.enlisting = enlisting;
        this.policies = policies;
        this.audit = audit;
        this.lists = lists;
        this.clock = clock;
    }

    /** A slice of helpers. */
    @Schema(name = "HelperSlice")
    public record HelperSlice(
            List<HelperView> items,
            @Schema(nullable = true) @Nullable String next) {}

    /** What is told of a helper. */
    @Schema(name = "HelperBody")
    public record HelperBody(
            @NotBlank @Size(max = 100) String name,
            @NotNull UUID unitId,
            @NotBlank @Size(max = 100) String post,
            @NotNull Rank rank,

            @NotNull @Schema(description = "Causes of poverty the helper can do something about.")
            Set<@NotNull Cause> skills,

            @Pattern(regexp = Divisions.VILLAGE) @Schema(description = "12 digits.") @Nullable
            String homeVillage,

            @Pattern(regexp = "\\d{2}") @Schema(description = "Two digits of GB/T 3304.") @Nullable
            String ethnicity,

            @Size(min = 1, max = 100) @Schema(description = "Its hamlet in the home village.") @Nullable
            String homeHamlet,

            @Pattern(regexp = Divisions.FULL)
            @Schema(
                    description =
                            "12 digits: where it holds an office that decides on households; it helps none there.")
            @Nullable
            String decidesIn,

            @Schema(description = "What it is beside its post; nothing if absent.") @Nullable
            Set<@NotNull Calling> callings) {

        HelperFacts facts() {
            return new HelperFacts(
                    name,
                    unitId,
                    post,
                    rank,
                    skills,
                    homeVillage == null ? null : Long.valueOf(homeVillage),
                    ethnicity,
                    homeHamlet,
                    decidesIn == null ? null : Long.valueOf(decidesIn),
                    callings == null ? Set.of() : callings);
        }
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listHelpers", summary = "Helpers in the order of their ids")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HelperSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = Divisions.ANY) @Nullable String division,
            @QueryParam("unit") @Nullable UUID unit,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        Area area = Divisions.area(division);
        AuditEntry reading = AuditEntry.listing("helpers-listed", "helpers", area);
        return lists.answer(headers, page, HelperView.class, reading, (after, limit) -> helpers.list(
                        area, unit, Cursor.parse(after, 1), limit)
                .map(this::view));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getHelper", summary = "One helper")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HelperView.class)))
    public Response get(@PathParam("id") UUID id) {
        Helper helper = helpers.findByIdOptional(id)
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
        audit.record(AuditEntry.of("helper-read", "helper", id).in(helper.division()));
        return answer(helper);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER})
    @Operation(operationId = "putHelper", summary = "Record or correct a helper under an id of the client's choice")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HelperView.class)))
    public Response put(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = Revisions.LONGEST_TAG) @Nullable String ifMatch,
            @NotNull @Valid HelperBody body) {
        return answer(enlisting.putHelper(id, body.facts(), ifMatch));
    }

    private Response answer(Helper helper) {
        return Revisions.answer(view(helper), helper.revision());
    }

    private HelperView view(Helper helper) {
        LocalDate today = Clocks.today(clock);
        return HelperView.of(helper, helper.quota(policies.rankQuotas.on(today)));
    }
}
