package org.jingzhun.identification.special.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.chassis.job.JobView;
import org.jingzhun.chassis.job.Jobs;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.division.Level;
import org.jingzhun.identification.special.Ordering;
import org.jingzhun.identification.special.SpecialCounting;
import org.jingzhun.identification.special.SpecialRegister;
import org.jingzhun.identification.special.facts.DropOutCause;
import org.jingzhun.identification.special.facts.SchoolLevel;
import org.jingzhun.identification.special.facts.Student;
import org.jingzhun.identification.statistics.Question;
import org.jingzhun.identification.statistics.web.Scope;
import org.jspecify.annotations.Nullable;

/** Students from enrolment to employment (贫困学生全程跟踪). */
@Path("/v1/students")
@Tag(name = "Special registers")
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
public class StudentResource {

    private final SpecialAnswers answers;
    private final Ordering ordering;
    private final Jobs jobs;
    private final SpecialCounting counting;
    private final Scope scope;
    private final CurrentCaller caller;

    StudentResource(
            SpecialAnswers answers,
            Ordering ordering,
            Jobs jobs,
            SpecialCounting counting,
            Scope scope,
            CurrentCaller caller) {
        this.answers = answers;
        this.ordering = ordering;
        this.jobs = jobs;
        this.counting = counting;
        this.scope = scope;
        this.caller = caller;
    }

    /** A slice of the register. */
    @Schema(name = "StudentSlice")
    public record Rows(
            List<StudentRow> items,
            @Schema(nullable = true) @Nullable String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listStudents", summary = "Students by village")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = Rows.class)))
    public Response list(
            @BeanParam @Valid SpecialQuery query,
            @QueryParam("level") @Nullable SchoolLevel level,
            @QueryParam("schoolYear") @Min(Student.FIRST_YEAR) @Max(Student.LAST_YEAR) @Nullable Integer schoolYear,
            @QueryParam("cause") @Nullable DropOutCause cause,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        return answers.list(
                headers,
                page,
                SpecialRegister.STUDENT,
                query.filter(level, schoolYear, cause),
                StudentRow.class,
                StudentRow::of);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SURVEYOR, Role.VILLAGE_OFFICER, Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER})
    @Transactional
    @Operation(
            operationId = "putStudent",
            summary = "Enter a student at one level of school, or correct what was entered")
    @APIResponse(
            responseCode = "200",
            description = "Corrected",
            content = @Content(schema = @Schema(implementation = StudentRow.class)))
    @APIResponse(
            responseCode = "201",
            description = "New; Location is where it is with its history.",
            content = @Content(schema = @Schema(implementation = StudentRow.class)))
    public Response put(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = 40) @Nullable String ifMatch,
            @NotNull @Valid StudentBody body) {
        return answers.put(id, ifMatch, body.statement(), StudentRow::of);
    }

    /** Which school year begins where. */
    @Schema(name = "SchoolYearRollOver")
    public record RollOverBody(
            @NotNull @Pattern(regexp = SpecialViews.DIVISION)
            String division,

            @Schema(description = "The year in which it begins.")
            @NotNull
            @Min(Student.FIRST_YEAR)
            @Max(Student.LAST_YEAR)
            Integer schoolYear) {}

    @POST
    @Path("/roll-over")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER})
    @Idempotent
    @Transactional
    @Operation(
            operationId = "rollOverStudents",
            summary = "Take all who are at school into the next grade, or to graduation; a job")
    @APIResponse(
            responseCode = "202",
            description = "Accepted; Location is the job.",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    public Response rollOver(@NotNull @Valid RollOverBody body) {
        Area area = caller.get().area().intersect(Area.ofPrefix(body.division()));
        return jobs.accepted(ordering.rollOver(area, body.schoolYear()));
    }

    @GET
    @Path("/retention")
    @Transactional
    @Operation(
            operationId = "getSchoolRetention",
            summary = "Of those who attended a school year how many had not dropped out at its end, by level")
    public SpecialViews.RetentionView retention(
            @QueryParam("division") @Pattern(regexp = SpecialViews.DIVISION) @Nullable String division,
            @QueryParam("schoolYear") @NotNull @Min(2013) @Max(Student.LAST_YEAR) Integer schoolYear,
            @QueryParam("by") @Nullable Level by) {
        Question question = scope.question(division, schoolYear, by);
        return SpecialViews.retention(question, counting.retention(question));
    }
}
