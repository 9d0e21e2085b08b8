package org.jingzhun.pairing.visit.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.audit.AuditedLists;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.access.Divisions;
import org.jingzhun.pairing.access.Role;
import org.jingzhun.pairing.policy.Policies;
import org.jingzhun.pairing.policy.VisitRule;
import org.jingzhun.pairing.visit.OverdueVisits;
import org.jingzhun.pairing.visit.OverdueVisits.By;
import org.jspecify.annotations.Nullable;

/** Who was not visited in a month. */
@Path("/v1/visits/overdue")
@Tag(name = "Visits")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Role.VILLAGE_OFFICER,
    Role.TOWNSHIP_OFFICER,
    Role.COUNTY_OFFICER,
    Role.CITY_OFFICER,
    Role.REGION_OFFICER,
    Role.AUDITOR,
    Role.SUPERVISOR,
    Role.SYSTEM,
    Role.HELPER
})
public class OverdueResource {

    private static final String MONTH = "\\d{4}-(0[1-9]|1[0-2])";
    private static final String MONTHS = "2016-10, at most the present one; the last month unless given.";
    private static final int KEYS = 2;
    private static final UUID NOBODY = new UUID(0, 0);

    private final OverdueVisits overdue;
    private final Policies policies;
    private final CurrentCaller caller;
    private final AuditedLists lists;
    private final Clock clock;

    OverdueResource(OverdueVisits overdue, Policies policies, CurrentCaller caller, AuditedLists lists, Clock clock) {
        this.overdue = overdue;
        this.policies = policies;
        this.caller = caller;
        this.lists = lists;
        this.clock = clock;
    }

    /** A household that waits for its visit. */
    @Schema(name = "OverdueVisit")
    public record OverdueView(
            UUID pairingId,
            UUID householdId,
            String villageCode,
            UUID helperId,
            String helperName,
            String month,
            int visits,
            int required,

            @Schema(description = "By this helper; absent for never.") @Nullable
            LocalDate lastVisitedOn) {}

    /** A slice of them. */
    @Schema(name = "OverdueVisitSlice")
    public record OverdueSlice(
            List<OverdueView> items,
            @Schema(nullable = true) @Nullable String next) {}

    /** How many wait. */
    @Schema(name = "OverdueVisitCount")
    public record CountView(
            @Schema(description = "Id of the helper, or 12-digit code of the village or county.")
            String key,

            String month,
            long due,
            long overdue) {}

    /** A slice of counts. */
    @Schema(name = "OverdueVisitCountSlice")
    public record CountSlice(
            List<CountView> items,
            @Schema(nullable = true) @Nullable String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(
            operationId = "listOverdueVisits",
            summary =
                    "Households that were visited less often in a month than the policy asks, by village; a helper sees"
                            + " its own")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OverdueSlice.class)))
    public Response list(
            @QueryParam("month") @Pattern(regexp = MONTH) @Parameter(description = MONTHS) @Nullable String month,
            @QueryParam("helper") @Nullable UUID helper,
            @QueryParam("division") @Pattern(regexp = Divisions.ANY) @Nullable String division,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        OverdueVisits.Filter filter = filter(month, helper, division);
        return lists.answer(headers, page, OverdueView.class, reading(filter), (after, limit) -> overdue.list(
                        filter, Cursor.parse(after, KEYS), limit)
                .map(each -> new OverdueView(
                        each.pairingId(),
                        each.householdId(),
                        Long.toString(each.villageCode()),
                        each.helperId(),
                        each.helperName(),
                        filter.month().toString(),
                        each.visits(),
                        filter.required(),
                        each.lastVisitedOn())));
    }

    @GET
    @Path("/counts")
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(
            operationId = "countOverdueVisits",
            summary = "How many households wait by helper, village or county, beside how many were due; without those"
                    + " where none waits")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CountSlice.class)))
    public Response count(
            @QueryParam("by") @DefaultValue("VILLAGE") By by,
            @QueryParam("month") @Pattern(regexp = MONTH) @Parameter(description = MONTHS) @Nullable String month,
            @QueryParam("helper") @Nullable UUID helper,
            @QueryParam("division") @Pattern(regexp = Divisions.ANY) @Nullable String division,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        OverdueVisits.Filter filter = filter(month, helper, division);
        return lists.answer(headers, page, CountView.class, reading(filter), (after, limit) -> overdue.count(
                        filter, by, Cursor.parse(after, 1), limit)
                .map(each -> new CountView(each.key(), filter.month().toString(), each.due(), each.overdue())));
    }

    private static AuditEntry reading(OverdueVisits.Filter filter) {
        return AuditEntry.listing("overdue-visits-listed", "visits", filter.area());
    }

    private OverdueVisits.Filter filter(@Nullable String month, @Nullable UUID helper, @Nullable String division) {
        YearMonth present = YearMonth.now(clock.withZone(Clocks.SHANGHAI));
        YearMonth asked = month == null ? present.minusMonths(1) : YearMonth.parse(month);
        if (asked.isAfter(present)) {
            throw Problem.of(422, "month-in-future", asked).asException();
        }
        LocalDate end = asked.atEndOfMonth();
        boolean ruled = !policies.visits.versions().getFirst().validFrom().isAfter(end);
        int required = ruled ? policies.visits.on(end).get(VisitRule.MONTHLY_VISITS) : 0;
        return new OverdueVisits.Filter(Divisions.area(division), asked, required, visible(helper));
    }

    private @Nullable UUID visible(@Nullable UUID asked) {
        Caller asking = caller.get();
        if (!asking.has(Role.HELPER)) {
            return asked;
        }
        UUID own = asking.helperId();
        return own == null || (asked != null && !asked.equals(own)) ? NOBODY : own;
    }
}
