package org.jingzhun.identification.exitplan.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.exitplan.ExitPlans;
import org.jingzhun.identification.exitplan.PlanRequest;
import org.jingzhun.identification.exitplan.PlanStage;
import org.jingzhun.identification.exitplan.PlanStep;
import org.jingzhun.identification.exitplan.TwoRounds;
import org.jspecify.annotations.Nullable;

/** Exit plans of villages: which households are to leave in a year, fixed in two rounds up and down. */
@Path("/v1/exit-plans")
@Tag(name = "Exits")
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
public class ExitPlanResource {

    private static final int KEYS = 2;

    private final ExitPlans plans;
    private final TwoRounds rounds;
    private final Lists lists;

    ExitPlanResource(ExitPlans plans, TwoRounds rounds, Lists lists) {
        this.plans = plans;
        this.rounds = rounds;
        this.lists = lists;
    }

    /** A slice of plans. */
    @Schema(name = "ExitPlanSlice")
    public record PlanSlice(
            List<ExitPlanView.PlanRow> items,
            @Schema(nullable = true) @Nullable String next) {}

    /** The wish to take a step of a plan. */
    @Schema(name = "ExitPlanStepBody")
    public record StepBody(
            @NotNull @Pattern(regexp = DivisionCode.PATTERN) String village,
            @NotNull @Min(2014) @Max(2100) Integer year,
            @NotNull PlanStep step,

            @Schema(description = "Needed for FIRST_DOWN and ADJUSTMENT.") @Size(min = 1, max = 1000) @Nullable
            String remark,

            @Schema(description = "Who signed on paper.") @NotNull @NotEmpty @Size(max = 50)
            List<@NotBlank @Size(max = 100) String> signers,

            @Schema(description = "Of the document that fixes the plan; needed for SECOND_DOWN.")
            @Size(min = 1, max = 100)
            @Nullable
            String documentNumber) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listExitPlans", summary = "Exit plans by village and year")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = PlanSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @QueryParam("year") @Min(2014) @Max(2100) @Nullable Integer year,
            @QueryParam("stage") @Nullable PlanStage stage,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        ExitPlans.Filter filter = new ExitPlans.Filter(division == null ? null : Area.ofPrefix(division), year, stage);
        return lists.answer(headers, page, ExitPlanView.PlanRow.class, (after, limit) -> plans.list(
                        filter, Cursor.parse(after, KEYS), limit)
                .map(ExitPlanView.PlanRow::of));
    }

    @GET
    @Path("/{village}/{year}")
    @Transactional
    @Operation(operationId = "getExitPlan", summary = "The exit plan of a village and year with its steps")
    public ExitPlanView get(
            @PathParam("village") @Pattern(regexp = DivisionCode.PATTERN) String village,
            @PathParam("year") @Min(2014) @Max(2100) int year) {
        return view(DivisionCode.parse(village), year);
    }

    @POST
    @Path("/steps")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.VILLAGE_OFFICER, Role.COUNTY_OFFICER})
    @Idempotent
    @Transactional
    @Operation(operationId = "takeExitPlanStep", summary = "Send a plan up or down; the first step begins it")
    public ExitPlanView take(@NotNull @Valid StepBody body) {
        long village = DivisionCode.parse(body.village());
        rounds.take(new PlanRequest(
                village, body.year(), body.step(), body.remark(), body.signers(), body.documentNumber()));
        return view(village, body.year());
    }

    private ExitPlanView view(long village, int year) {
        return plans.find(village, year).map(ExitPlanView::of).orElseThrow(() -> Problem.of(404, "not-found")
                .asException());
    }
}
