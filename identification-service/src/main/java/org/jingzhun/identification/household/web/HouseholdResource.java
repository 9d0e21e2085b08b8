package org.jingzhun.identification.household.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.audit.AuditFilter;
import org.jingzhun.chassis.audit.AuditRecord;
import org.jingzhun.chassis.audit.AuditTrail;
import org.jingzhun.chassis.audit.AuditedLists;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.sealing.Sealing;
import org.jingzhun.identification.access.Discretion;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.household.Enrolling;
import org.jingzhun.identification.household.Household;
import org.jingzhun.identification.household.HouseholdRow;
import org.jingzhun.identification.household.Households;
import org.jspecify.annotations.Nullable;

/** Households of the caller's area. */
@Path("/v1/households")
@Tag(name = "Households")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Role.SURVEYOR,
    Role.VILLAGE_OFFICER,
    Role.TOWNSHIP_OFFICER,
    Role.COUNTY_OFFICER,
    Role.CITY_OFFICER,
    Role.REGION_OFFICER,
    Role.AUDITOR,
    Role.SUPERVISOR,
    Role.SYSTEM
})
public class HouseholdResource {

    private final Households households;
    private final Enrolling enrolling;
    private final Sealing sealing;
    private final Audit audit;
    private final AuditTrail trail;
    private final CurrentCaller caller;
    private final AuditedLists lists;

    HouseholdResource(
            Households households,
            Enrolling enrolling,
            Sealing sealing,
            Audit audit,
            AuditTrail trail,
            CurrentCaller caller,
            AuditedLists lists) {
        this.households = households;
        this.enrolling = enrolling;
        this.sealing = sealing;
        this.audit = audit;
        this.trail = trail;
        this.caller = caller;
        this.lists = lists;
    }

    /** A slice of households. */
    @Schema(name = "HouseholdSlice")
    public record HouseholdSlice(
            List<HouseholdRow> items,
            @Schema(nullable = true) @Nullable String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listHouseholds", summary = "Households by village and id")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HouseholdSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @QueryParam("status") @Size(max = 40) @Nullable String status,
            @QueryParam("cause") @Size(max = 40) @Nullable String cause,
            @QueryParam("q") @Size(min = 1, max = 100) @Nullable String name,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        Area area = division == null ? null : Area.ofPrefix(division);
        Households.Filter filter = new Households.Filter(area, status, cause, name);
        return lists.answer(
                headers,
                page,
                HouseholdRow.class,
                AuditEntry.listing("households-listed", "households", area),
                (after, limit) -> households.list(filter, Cursor.parse(after, 2), limit));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(
            operationId = "getHousehold",
            summary = "A household with its members",
            description =
                    "Without a purpose (`Purpose` or `reason`) every role sees numbers masked, and neither health nor disability.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HouseholdView.class)))
    public Response get(
            @PathParam("id") UUID id,
            @QueryParam("reason")
                    @Size(max = 200)
                    @Parameter(description = "Why it is read, where `Purpose` does not say it; kept in the access log.")
                    @Nullable
                    String reason) {
        Household household = households.findWithMembers(id).orElseThrow(() -> Problem.of(404, "not-found")
                .asException());
        audit.record(AuditEntry.of("household-read", "household", id)
                .in(household.villageCode())
                .because(reason));
        return Revisions.answer(
                HouseholdView.of(household, sealing, Discretion.of(caller.get().roles(), audit.hasPurpose())),
                household.revision());
    }

    /** A slice of the access log. */
    @Schema(name = "AccessLogSlice")
    public record AccessLogSlice(
            List<AuditRecord> items,
            @Schema(nullable = true) @Nullable String next) {}

    @GET
    @Path("/{id}/access-log")
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Transactional
    @Operation(
            operationId = "listAccesses",
            summary = "Who read or changed the household, or what is kept of it, when and why; oldest first",
            description =
                    "Visits, flags, exits, incomes and special registers of the household included. Who reads a list of many households stands in the audit trail of its area.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AccessLogSlice.class)))
    public Response accesses(
            @PathParam("id") UUID id, @BeanParam @Valid PageRequest page, @Context HttpHeaders headers) {
        Household household = households.findByIdOptional(id).orElseThrow(() -> Problem.of(404, "not-found")
                .asException());
        AuditFilter filter = new AuditFilter();
        filter.household = id;
        return lists.answer(
                headers,
                page,
                AuditRecord.class,
                AuditEntry.of("accesses-listed", "access-log", id).in(household.villageCode()),
                (after, limit) -> {
                    Cursor cursor = Cursor.parse(after, 1);
                    return Slice.of(
                            trail.list(filter, cursor == null ? 0 : cursor.number(0), limit + 1),
                            limit,
                            last -> Cursor.of(last.seq()));
                });
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SURVEYOR, Role.COUNTY_OFFICER})
    @Operation(operationId = "putHousehold", summary = "Record a household under an id of the client's choice")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HouseholdView.class)))
    @APIResponse(
            responseCode = "201",
            description = "New; Location is where it is.",
            content = @Content(schema = @Schema(implementation = HouseholdView.class)))
    public Response put(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = Revisions.LONGEST_TAG) @Nullable String ifMatch,
            @NotNull @Valid HouseholdBody body) {
        Enrolling.Enrolled enrolled = enrolling.enrol(id, body.facts(), ifMatch);
        Household household = enrolled.household();
        return Revisions.recorded(
                enrolled.isNew(),
                "/v1/households/" + id,
                HouseholdView.of(household, sealing, Discretion.of(caller.get().roles())),
                household.revision());
    }
}
