package org.jingzhun.identification.monitoring.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.audit.AuditedLists;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.division.Level;
import org.jingzhun.identification.monitoring.Colour;
import org.jingzhun.identification.monitoring.ColourReason;
import org.jingzhun.identification.monitoring.MonitoringClass;
import org.jingzhun.identification.monitoring.Overdue;
import org.jingzhun.identification.monitoring.RuleUnit;
import org.jingzhun.identification.monitoring.Stage;
import org.jingzhun.identification.monitoring.Step;
import org.jingzhun.identification.monitoring.Tally;
import org.jspecify.annotations.Nullable;

/** What is late, and how many cases there are. */
@Path("/v1/monitoring")
@Tag(name = "Monitoring")
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
public class OverdueResource {

    private static final String DIVISION = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}";
    private static final int KEYS = 2;

    private final Overdue overdue;
    private final Tally tally;
    private final CurrentCaller caller;
    private final AuditedLists lists;

    OverdueResource(Overdue overdue, Tally tally, CurrentCaller caller, AuditedLists lists) {
        this.overdue = overdue;
        this.tally = tally;
        this.caller = caller;
        this.lists = lists;
    }

    /** Something that is late. */
    @Schema(name = "OverdueMonitoring")
    public record LateView(
            UUID monitoringId,
            UUID householdId,
            String villageCode,
            String householder,
            Stage stage,
            @Nullable MonitoringClass monitoringClass,

            @Schema(description = "The step that is late.") Step step,

            @Schema(description = "Levels one of whose officers takes it.")
            List<Level> offices,

            LocalDate dueOn,

            @Schema(description = "Calendar days since.") long daysLate,

            @Schema(description = "Length of the term; absent where a measure names its own day.") @Nullable
            Long term,

            @Nullable RuleUnit unit,

            @Schema(description = "The document that set the term.") @Nullable
            String source) {

        static LateView of(Overdue.Late late) {
            Overdue.Term term = late.term();
            return new LateView(
                    late.id(),
                    late.householdId(),
                    DivisionCode.text(late.villageCode()),
                    late.householder(),
                    late.stage(),
                    late.monitoringClass(),
                    late.step(),
                    late.step().takenBy().stream().sorted().toList(),
                    late.dueOn(),
                    late.daysLate(),
                    term == null ? null : term.value(),
                    term == null ? null : term.unit(),
                    term == null ? null : term.source());
        }
    }

    /** A slice of what is late. */
    @Schema(name = "OverdueMonitoringSlice")
    public record LateSlice(
            List<LateView> items,
            @Schema(nullable = true) @Nullable String next) {}

    /** A number of open cases. */
    @Schema(name = "MonitoringCount")
    public record CountView(
            @Schema(description = "Decided by the county; else on the way.")
            boolean monitored,

            @Schema(description = "Absent until the home check.") @Nullable
            MonitoringClass monitoringClass,

            Colour colour,
            ColourReason colourReason,
            long households,

            @Schema(description = "As they are now.") long persons) {

        static CountView of(Tally.Count count) {
            return new CountView(
                    count.monitored(),
                    count.monitoringClass(),
                    count.reason().colour(),
                    count.reason(),
                    count.households(),
                    count.persons());
        }
    }

    /** Open cases by class and colour. */
    @Schema(name = "MonitoringStatistics")
    public record CountList(long households, long persons, List<CountView> items) {}

    @GET
    @Path("/overdue")
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listOverdueMonitoring", summary = "What is late, by step and office")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = LateSlice.class)))
    public Response overdue(
            @QueryParam("division") @Pattern(regexp = DIVISION) @Nullable String division,
            @QueryParam("step") @Nullable Step step,
            @QueryParam("office") @Nullable Level office,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        Area area = division == null ? null : Area.ofPrefix(division);
        Overdue.Filter filter = new Overdue.Filter(area, step, office);
        return lists.answer(
                headers,
                page,
                LateView.class,
                AuditEntry.listing("monitoring-overdue-listed", "monitoring", area),
                (after, limit) ->
                        overdue.list(filter, Cursor.parse(after, KEYS), limit).map(LateView::of));
    }

    @GET
    @Path("/statistics")
    @Transactional
    @Operation(
            operationId = "getMonitoringStatistics",
            summary = "Open cases of a division by class and colour, households and persons")
    public CountList statistics(@QueryParam("division") @Pattern(regexp = DIVISION) @Nullable String division) {
        Area own = caller.get().area();
        Area area = division == null ? own : Area.ofPrefix(division);
        if (!own.covers(area)) {
            throw Problem.of(404, "not-found").asException();
        }
        List<CountView> counts = tally.count(area).stream().map(CountView::of).toList();
        return new CountList(
                counts.stream().mapToLong(CountView::households).sum(),
                counts.stream().mapToLong(CountView::persons).sum(),
                counts);
    }
}
