package org.jingzhun.identification.monitoring.web;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problem.FieldError;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.monitoring.CalendarDays;
import org.jingzhun.identification.monitoring.MonitoringRule;
import org.jingzhun.identification.monitoring.MonitoringRules;
import org.jingzhun.identification.monitoring.RuleName;
import org.jingzhun.identification.monitoring.RuleUnit;
import org.jspecify.annotations.Nullable;

/** Deadlines and thresholds of monitoring, and the days that working days leave out; everybody may read them. */
@Path("/v1")
@Tag(name = "Monitoring")
@Produces(MediaType.APPLICATION_JSON)
public class MonitoringRuleResource {

    private static final String LOCAL = "LOCAL";

    private final MonitoringRules rules;
    private final CalendarDays days;
    private final CurrentCaller caller;
    private final Audit audit;

    MonitoringRuleResource(MonitoringRules rules, CalendarDays days, CurrentCaller caller, Audit audit) {
        this.rules = rules;
        this.days = days;
        this.caller = caller;
        this.audit = audit;
    }

    /** A rule as it is shown and sent. */
    @Schema(name = "MonitoringRule")
    public record RuleView(
            @Schema(readOnly = true) @Nullable Long id,
            @NotNull RuleName name,

            @Schema(description = "Where it holds, 12 digits; absent for everywhere.")
            @Pattern(regexp = DivisionCode.PATTERN)
            @Nullable
            String division,

            @NotNull LocalDate validFrom,
            @NotNull @Min(0) @Max(100_000_000) Long value,
            @NotNull RuleUnit unit,

            @Schema(readOnly = true, description = "PUBLIC, UNVERIFIED, ASSUMPTION, or LOCAL for what was loaded.")
            @Nullable
            String mark,

            @Schema(description = "The document that set it.") @NotBlank @Size(max = 500)
            String source) {

        static RuleView of(MonitoringRule rule) {
            return new RuleView(
                    rule.id(),
                    rule.name(),
                    rule.division() == 0 ? null : DivisionCode.text(rule.division()),
                    rule.validFrom(),
                    rule.value(),
                    rule.unit(),
                    rule.mark(),
                    rule.source());
        }

        MonitoringRule rule() {
            return new MonitoringRule(
                    null,
                    name,
                    division == null ? 0 : DivisionCode.parse(division),
                    validFrom,
                    value,
                    unit,
                    LOCAL,
                    source);
        }
    }

    /** All rules that fit. */
    @Schema(name = "MonitoringRuleList")
    public record RuleList(List<RuleView> items) {}

    /** Whether a day is worked. */
    @Schema(name = "CalendarDayBody")
    public record DayBody(
            @NotNull Boolean working,

            @Schema(description = "The document that set it.") @NotBlank @Size(max = 500)
            String source) {}

    /** The days of a year that are not what their weekday says. */
    @Schema(name = "CalendarDayList")
    public record DayList(List<CalendarDays.CalendarDay> items) {}

    @GET
    @Path("/monitoring-rules")
    @Authenticated
    @Operation(operationId = "listMonitoringRules", summary = "Deadlines and thresholds with their sources")
    public RuleList list(@QueryParam("name") @Nullable RuleName name) {
        return new RuleList(rules.list(name).stream().map(RuleView::of).toList());
    }

    @POST
    @Path("/monitoring-rules")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER, Role.ADMIN})
    @Idempotent
    @Transactional
    @Operation(
            operationId = "addMonitoringRule",
            summary = "Load a rule; of the smallest division the one that is valid last holds")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = RuleView.class)))
    public Response add(@NotNull @Valid RuleView body) {
        MonitoringRule rule = body.rule();
        if (!caller.get().area().covers(rule.division())) {
            throw Problem.of(422, "division-not-yours")
                    .with(new FieldError("/division", "division-not-yours", null))
                    .asException();
        }
        rules.add(rule, caller.get().subject());
        audit.record(AuditEntry.of("monitoring-rule-added", "monitoring-rule", rule.name())
                .in(rule.division())
                .because(rule.source()));
        return Response.created(URI.create("/v1/monitoring-rules?name=" + rule.name()))
                .entity(RuleView.of(rule))
                .build();
    }

    @GET
    @Path("/calendar-days")
    @Authenticated
    @Operation(
            operationId = "listCalendarDays",
            summary = "Holidays and worked weekends of a year; all other days are what their weekday says")
    public DayList list(@QueryParam("year") @NotNull @Min(2010) @Max(2100) Integer year) {
        return new DayList(days.list(year));
    }

    @PUT
    @Path("/calendar-days/{day}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.REGION_OFFICER, Role.ADMIN})
    @Transactional
    @Operation(
            operationId = "putCalendarDay",
            summary = "Say whether a day is worked; terms that were counted before stay as they are")
    public CalendarDays.CalendarDay put(@PathParam("day") LocalDate day, @NotNull @Valid DayBody body) {
        CalendarDays.CalendarDay set = new CalendarDays.CalendarDay(day, body.working(), LOCAL, body.source());
        days.set(set, caller.get().subject());
        audit.record(AuditEntry.of("calendar-day-set", "calendar-day", day).because(body.source()));
        return set;
    }
}
