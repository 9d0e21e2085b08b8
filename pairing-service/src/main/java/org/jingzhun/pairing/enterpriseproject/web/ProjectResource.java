package org.jingzhun.pairing.enterpriseproject.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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
import org.jingzhun.pairing.access.Remark;
import org.jingzhun.pairing.access.Role;
import org.jingzhun.pairing.enterpriseproject.Project;
import org.jingzhun.pairing.enterpriseproject.ProjectKind;
import org.jingzhun.pairing.enterpriseproject.ProjectRows;
import org.jingzhun.pairing.enterpriseproject.ProjectState;
import org.jingzhun.pairing.enterpriseproject.Projects;
import org.jingzhun.pairing.enterpriseproject.Reporting;
import org.jspecify.annotations.Nullable;

/** Projects of enterprises in villages (万企帮万村). */
@Path("/v1/enterprise-projects")
@Tag(name = "Enterprise projects")
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
public class ProjectResource {

    private final Projects projects;
    private final Reporting reporting;
    private final ProjectRows rows;
    private final Lists lists;

    ProjectResource(Projects projects, Reporting reporting, ProjectRows rows, Lists lists) {
        this.projects = projects;
        this.reporting = reporting;
        this.rows = rows;
        this.lists = lists;
    }

    /** A slice. */
    @Schema(name = "EnterpriseProjectSlice")
    record ProjectSlice(
            List<ProjectView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(
            operationId = "listEnterpriseProjects",
            summary = "Projects of an area or an enterprise with what accepted reports tell, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = ProjectSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = Divisions.ANY) @Nullable String division,
            @Schema(description = "Only those of this enterprise (id).") @QueryParam("enterprise") @Nullable
                    UUID enterprise,
            @QueryParam("kind") @Nullable ProjectKind kind,
            @QueryParam("state") @Nullable ProjectState state,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var filter = new ProjectRows.Filter(Divisions.area(division), enterprise, kind, state);
        return lists.answer(headers, page, ProjectView.class, (after, limit) -> Slice.byId(
                        after, limit, (behind, count) -> rows.list(filter, behind, count), Project::id)
                .map(ProjectView::of));
    }

    @GET
    @Path("/counts")
    @Operation(
            operationId = "countEnterpriseProjects",
            summary = "Enterprises, villages, projects, money, jobs, households and persons of an area")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = ProjectView.CountsView.class)))
    public ProjectView.CountsView counts(
            @QueryParam("division") @Pattern(regexp = Divisions.ANY) @Nullable String division,
            @Schema(description = "Only projects that last in this year, and its reports.")
                    @QueryParam("year")
                    @Min(2014)
                    @Max(2100)
                    @Nullable
                    Integer year) {
        return ProjectView.CountsView.of(projects.counts(Divisions.area(division), year));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getEnterpriseProject", summary = "One project with its steps and its yearly reports")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = ProjectView.HandledView.class)))
    public ProjectView.HandledView get(@PathParam("id") UUID id) {
        return ProjectView.HandledView.of(projects.get(id));
    }

    @PUT
    @Path("/{id}")
    @Transactional
    @RolesAllowed({Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER})
    @Operation(
            operationId = "putEnterpriseProject",
            summary = "Propose under an id of the client's choice; never changes")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = ProjectView.HandledView.class)))
    public ProjectView.HandledView put(@PathParam("id") UUID id, @Valid @NotNull ProjectBodies.ProjectBody body) {
        return ProjectView.HandledView.of(projects.propose(id, body.proposal()));
    }

    @POST
    @Idempotent
    @Path("/{id}/steps")
    @Transactional
    @RolesAllowed({Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER})
    @Operation(
            operationId = "takeEnterpriseProjectStep",
            summary = "AGREE (another person than who proposed), WITHDRAW or CLOSE")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = ProjectView.HandledView.class)))
    public ProjectView.HandledView take(
            @PathParam("id") UUID id, @Valid @NotNull ProjectBodies.ProjectStepRequest request) {
        return ProjectView.HandledView.of(projects.take(id, request.step(), Remark.of(request.remark())));
    }

    @PUT
    @Path("/{id}/progress/{progressId}")
    @Transactional
    @RolesAllowed({Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER})
    @Operation(
            operationId = "putEnterpriseProgress",
            summary = "Report a year under an id of the client's choice; never changes")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = ProjectView.HandledView.class)))
    public ProjectView.HandledView report(
            @PathParam("id") UUID id,
            @PathParam("progressId") UUID progressId,
            @Valid @NotNull ProjectBodies.ProgressBody body) {
        return ProjectView.HandledView.of(reporting.report(id, progressId, body.facts()));
    }

    @POST
    @Idempotent
    @Path("/{id}/progress/{progressId}/steps")
    @Transactional
    @RolesAllowed({Role.VILLAGE_OFFICER, Role.COUNTY_OFFICER})
    @Operation(
            operationId = "takeEnterpriseProgressStep",
            summary = "CONFIRM by the village, then ACCEPT by the county, each another person; or RETURN")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = ProjectView.HandledView.class)))
    public ProjectView.HandledView takeProgress(
            @PathParam("id") UUID id,
            @PathParam("progressId") UUID progressId,
            @Valid @NotNull ProjectBodies.ProgressStepRequest request) {
        return ProjectView.HandledView.of(reporting.take(id, progressId, request.step(), Remark.of(request.remark())));
    }
}
