package org.jingzhun.funding.project.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.ledger.web.PositiveMoney;
import org.jingzhun.funding.project.Advancing;
import org.jingzhun.funding.project.Project;
import org.jingzhun.funding.project.Projects;
import org.jingzhun.funding.project.Stage;
import org.jingzhun.funding.project.Step;
import org.jspecify.annotations.Nullable;

/** The project library (扶贫项目库) and the life of a project. */
@Path("/v1/projects")
@Tag(name = "Projects")
@RolesAllowed({
    "finance-officer",
    "village-officer",
    "township-officer",
    "county-officer",
    "city-officer",
    "region-officer",
    "auditor",
    "supervisor",
    "system"
})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ProjectResource {

    private final Advancing advancing;
    private final Projects projects;
    private final Lists lists;

    ProjectResource(Advancing advancing, Projects projects, Lists lists) {
        this.advancing = advancing;
        this.projects = projects;
        this.lists = lists;
    }

    /** A slice of projects. */
    @Schema(name = "ProjectSlice")
    record ProjectSlice(
            List<ProjectView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    /** Money for a project. */
    @Schema(name = "ProjectFunding")
    record FundingRequest(
            @NotNull @Schema(description = "The county's budget, or what its village was allocated.")
            Account account,

            @NotNull UUID source,

            @Min(1986) @Max(2100) @Schema(description = "Year of the budget.")
            int year,

            @NotNull @PositiveMoney Money amount) {

        Advancing.Grant grant() {
            return new Advancing.Grant(account == Account.VILLAGE, source, year, amount);
        }
    }

    /** Whose money it is. */
    @Schema(name = "ProjectFundingAccount")
    enum Account {
        BUDGET,
        VILLAGE
    }

    /** A step to be taken. */
    @Schema(name = "ProjectStepRequest")
    record StepRequest(
            @NotNull Step step,
            @Size(max = 1000) @Nullable String remark,

            @Size(max = 200)
            @Schema(description = "Of a notice, a contract or a finding; notices and ACCEPT need it.")
            @Nullable
            String document,

            @Min(0) @Max(100) @Schema(description = "Of PROGRESS.") @Nullable
            Integer percent,

            @Size(min = 1, max = 100) @Schema(description = "Of START: who builds it.") @Nullable
            String builder,

            @Valid @Schema(description = "Of FUND, which also needs If-Match.") @Nullable
            FundingRequest funding) {

        Project.Act act() {
            return new Project.Act(
                    Objects.requireNonNullElse(remark, ""),
                    Objects.requireNonNullElse(document, "").strip(),
                    percent,
                    builder);
        }
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listProjects", summary = "Projects of an area, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = ProjectSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @QueryParam("year") @Min(1986) @Max(2100) @Nullable Integer year,
            @QueryParam("stage") @Nullable Stage stage,
            @QueryParam("batch") @Size(max = 40) @Nullable String batch,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var area = division == null ? Area.EVERYWHERE : Area.ofPrefix(division);
        var filter = new Projects.Filter(year, stage, batch);
        return lists.answer(headers, page, ProjectView.class, (after, limit) -> Slice.byId(
                        after, limit, (behind, count) -> projects.list(area, filter, behind, count), Project::id)
                .map(ProjectView::of));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getProject", summary = "One project with its stage and steps")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = ProjectView.class)))
    public Response get(@PathParam("id") UUID id) {
        return answer(projects.get(id));
    }

    @PUT
    @Path("/{id}")
    @Transactional
    @RolesAllowed({"village-officer", "township-officer", "county-officer"})
    @Operation(
            operationId = "putProject",
            summary = "Propose a project under an id of your own, or write a proposal anew")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = ProjectView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = ProjectView.class)))
    public Response put(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = Revisions.LONGEST_TAG) @Nullable String ifMatch,
            @Valid @NotNull ProjectBody request) {
        var proposed = advancing.propose(id, request.proposal(), ifMatch);
        var project = proposed.project();
        return Revisions.recorded(
                proposed.created(), "/v1/projects/" + id, ProjectView.of(project), project.revision());
    }

    @POST
    @Idempotent
    @Path("/{id}/steps")
    @Transactional
    @RolesAllowed({"finance-officer", "village-officer", "township-officer", "county-officer", "supervisor"})
    @Operation(
            operationId = "takeProjectStep",
            summary =
                    "Announce, enter, fund, start, report progress, accept, operate, reject or abandon; each by its office")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = ProjectView.class)))
    public Response take(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = Revisions.LONGEST_TAG) @Nullable String ifMatch,
            @Valid @NotNull StepRequest request) {
        var funding = request.funding();
        return answer(
                advancing.take(id, request.step(), request.act(), funding == null ? null : funding.grant(), ifMatch));
    }

    private static Response answer(Project project) {
        return Revisions.answer(ProjectView.of(project), project.revision());
    }
}
