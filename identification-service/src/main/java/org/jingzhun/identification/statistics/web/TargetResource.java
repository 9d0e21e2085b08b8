package org.jingzhun.identification.statistics.web;

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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.statistics.Headcount;
import org.jingzhun.identification.statistics.Names;
import org.jingzhun.identification.statistics.Percent;
import org.jingzhun.identification.statistics.Progress;
import org.jingzhun.identification.statistics.Question;
import org.jingzhun.identification.statistics.Reporting;
import org.jingzhun.identification.statistics.Target;
import org.jingzhun.identification.statistics.Targets;
import org.jspecify.annotations.Nullable;

/** Yearly targets of divisions, and how far they are. */
@Path("/v1/targets")
@Tag(name = "Targets")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Role.VILLAGE_OFFICER,
    Role.TOWNSHIP_OFFICER,
    Role.COUNTY_OFFICER,
    Role.CITY_OFFICER,
    Role.REGION_OFFICER,
    Role.FINANCE_OFFICER,
    Role.AUDITOR,
    Role.SUPERVISOR,
    Role.SYSTEM,
    Role.ADMIN
})
public class TargetResource {

    private static final String DIVISION = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}";
    private static final int MOST = 100_000_000;

    private final Scope scope;
    private final Targets targets;
    private final Reporting reporting;
    private final Names names;

    TargetResource(Scope scope, Targets targets, Reporting reporting, Names names) {
        this.scope = scope;
        this.targets = targets;
        this.reporting = reporting;
        this.names = names;
    }

    /** What a division is to reach. */
    @Schema(name = "TargetBody")
    public record TargetBody(
            @Schema(description = "Absent when the plan does not say.") @Min(0) @Max(MOST) @Nullable
            Integer exitHouseholds,

            @Schema(description = "Gross: who falls back is counted apart.") @NotNull @Min(0) @Max(MOST)
            Integer exitPersons,

            @Schema(description = "Poor villages that are to exit; absent when the plan does not say.")
            @Min(0)
            @Max(MOST)
            @Nullable
            Integer exitVillages,

            @Schema(description = "The document that sets it.") @NotBlank @Size(max = 500)
            String source) {}

    /** A target as it was set. */
    @Schema(name = "Target")
    public record TargetView(
            String division,
            int year,
            @Nullable Integer exitHouseholds,
            int exitPersons,
            @Nullable Integer exitVillages,
            String source,
            String setBy,
            Instant setAt,
            long revision) {

        private static TargetView of(Target target) {
            return new TargetView(
                    DivisionCode.text(target.division()),
                    target.year(),
                    target.exitHouseholds(),
                    target.exitPersons(),
                    target.exitVillages(),
                    target.source(),
                    target.setBy(),
                    target.setAt(),
                    target.revision());
        }
    }

    /**
     * A target beside what was reached.
     *
     * @param assignedBelowPersons persons of the targets next below; a difference to the own target is nobody's task
     * @param net exits less returns and roll-backs
     * @param reachedPercent persons exited of the persons of the target; absent without a target
     * @param exitedVillages poor villages that left in the year
     */
    @Schema(name = "TargetProgress")
    public record ProgressView(
            String division,
            @Nullable String name,
            @Nullable TargetView target,
            long assignedBelowPersons,
            Headcount exited,
            Headcount returned,
            Headcount rolledBack,
            Headcount net,
            @Nullable BigDecimal reachedPercent,
            long exitedVillages) {

        private static ProgressView of(Progress progress, @Nullable String name) {
            Target target = progress.target();
            return new ProgressView(
                    DivisionCode.text(progress.division()),
                    name,
                    target == null ? null : TargetView.of(target),
                    progress.assignedBelow(),
                    progress.exited(),
                    progress.returned(),
                    progress.rolledBack(),
                    progress.net(),
                    target == null ? null : Percent.of(progress.exited().persons(), target.exitPersons()),
                    progress.exitedVillages());
        }
    }

    /** The division asked for, and every target below it. */
    @Schema(name = "Targets")
    public record TargetsView(Basis basis, List<ProgressView> rows) {}

    @GET
    @Transactional
    @Operation(
            operationId = "getTargets",
            summary = "Targets against gross exits, returns and net, down to the village")
    @APIResponse(
            responseCode = "200",
            description = "OK; the ETag is that of the target of the division itself, if it has one.",
            content = @Content(schema = @Schema(implementation = TargetsView.class)))
    public Response get(
            @QueryParam("division") @Pattern(regexp = DIVISION) @Nullable String division,
            @QueryParam("year") @Min(2013) @Max(2100) @Nullable Integer year) {
        Question question = scope.question(division, year, null);
        List<Progress> rows = reporting.progress(question);
        Map<Long, String> known = names.of(rows.stream().map(Progress::division).toList());
        Response.ResponseBuilder answer = Response.ok(new TargetsView(
                Basis.of(question, "targets as they were set; transitions of the poverty register", "the target"),
                rows.stream()
                        .map(row -> ProgressView.of(row, known.get(row.division())))
                        .toList()));
        targets.find(question.division().from(), question.year())
                .ifPresent(target -> answer.tag(Revisions.tag(target.revision())));
        return answer.build();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER, Role.ADMIN})
    @Operation(operationId = "putTarget", summary = "Set the target of a division and year")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = TargetView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = TargetView.class)))
    public Response put(
            @QueryParam("division") @NotNull @Pattern(regexp = DIVISION) String division,
            @QueryParam("year") @NotNull @Min(2013) @Max(2100) Integer year,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = Revisions.LONGEST_TAG) @Nullable String ifMatch,
            @NotNull @Valid TargetBody body) {
        Area area = Area.ofPrefix(division);
        Targets.Put put = targets.put(
                area.from(),
                year,
                body.exitHouseholds(),
                body.exitPersons(),
                body.exitVillages(),
                body.source(),
                ifMatch);
        Response.ResponseBuilder answer = put.isNew()
                ? Response.created(URI.create("/v1/targets?division=%s&year=%d".formatted(division, year)))
                : Response.ok();
        return answer.entity(TargetView.of(put.target()))
                .tag(Revisions.tag(put.target().revision()))
                .build();
    }
}
