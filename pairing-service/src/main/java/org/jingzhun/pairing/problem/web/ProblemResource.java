package org.jingzhun.pairing.problem.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.pairing.access.Divisions;
import org.jingzhun.pairing.access.Level;
import org.jingzhun.pairing.access.Remark;
import org.jingzhun.pairing.access.Role;
import org.jingzhun.pairing.problem.Problem;
import org.jingzhun.pairing.problem.ProblemRows;
import org.jingzhun.pairing.problem.ProblemState;
import org.jingzhun.pairing.problem.ProblemStep;
import org.jingzhun.pairing.problem.Solving;
import org.jspecify.annotations.Nullable;

/** Problems (问题台账): what goes wrong, whose table it is on, and how it ended. */
@Path("/v1/problems")
@Tag(name = "Problems")
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
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ProblemResource {

    private final Solving solving;
    private final ProblemRows problems;
    private final Lists lists;

    ProblemResource(Solving solving, ProblemRows problems, Lists lists) {
        this.solving = solving;
        this.problems = problems;
        this.lists = lists;
    }

    /** A slice of problems. */
    @Schema(name = "ReportedProblemSlice")
    record ProblemSlice(
            List<ProblemView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    /** A problem to be raised. */
    @Schema(name = "ReportedProblemBody")
    record ProblemBody(
            @Schema(
                    description =
                            "The client's id: the same again changes nothing, other content is refused; one is made if"
                                    + " there is none.")
            @Nullable
            UUID id,

            @NotNull @Pattern(regexp = Divisions.FULL) @Schema(description = "Where, in 12 digits.")
            String division,

            @Schema(description = "Whom it concerns, if one household.") @Nullable
            UUID householdId,

            @NotBlank @Size(max = 200) String title,

            @Size(max = 2000) @Schema(description = "What was seen; never a name or an id number.") @Nullable
            String details) {}

    /** A step to be taken. */
    @Schema(name = "ReportedProblemStepRequest")
    record StepRequest(
            @NotNull ProblemStep step,

            @Size(max = 1000)
            @Schema(description = "How it was solved, or why not; all steps but CLOSE need it.")
            @Nullable
            String remark) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listProblems", summary = "Problems of an area, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = ProblemSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = Divisions.ANY) @Nullable String division,
            @QueryParam("state") @Nullable ProblemState state,
            @Schema(description = "Only those on the table of this level.") @QueryParam("level") @Nullable Level level,
            @Schema(description = "Only those open whose deadline was before this day.")
                    @QueryParam("overdueOn")
                    @Nullable
                    LocalDate overdueOn,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var area = Divisions.area(division);
        var filter = new ProblemRows.Filter(state, level, overdueOn);
        return lists.answer(headers, page, ProblemView.class, (after, limit) -> Slice.byId(
                        after, limit, (behind, count) -> problems.list(area, filter, behind, count), Problem::id)
                .map(ProblemView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getProblem", summary = "One problem with its steps")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = ProblemView.HandledView.class)))
    public Response get(@PathParam("id") UUID id) {
        return answer(solving.get(id));
    }

    @POST
    @Idempotent
    @Transactional
    @RolesAllowed({
        Role.HELPER,
        Role.VILLAGE_OFFICER,
        Role.TOWNSHIP_OFFICER,
        Role.COUNTY_OFFICER,
        Role.CITY_OFFICER,
        Role.REGION_OFFICER,
        Role.SUPERVISOR
    })
    @Operation(
            operationId = "raiseProblem",
            summary = "Raise a problem: the county's leading group has a week, then the city's, then the region's")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = ProblemView.HandledView.class)))
    public Response raise(@Valid @NotNull ProblemBody body) {
        return answer(solving.raise(new Solving.Raised(
                body.id(),
                Long.parseLong(body.division()),
                body.householdId(),
                body.title().strip(),
                Remark.of(body.details()),
                Problem.Source.REPORTED,
                null)));
    }

    @POST
    @Idempotent
    @Path("/{id}/steps")
    @Transactional
    @RolesAllowed({Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER, Role.SUPERVISOR})
    @Operation(
            operationId = "takeProblemStep",
            summary = "RESOLVE, RETURN, CLOSE or ESCALATE; who solved it neither returns nor closes it")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = ProblemView.HandledView.class)))
    public Response take(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = Revisions.LONGEST_TAG) @Nullable String ifMatch,
            @Valid @NotNull StepRequest request) {
        var remark = Remark.of(request.remark());
        return answer(solving.take(id, request.step(), remark, ifMatch));
    }

    private static Response answer(Solving.Handled handled) {
        return Revisions.answer(
                ProblemView.HandledView.of(handled), handled.problem().revision());
    }
}
