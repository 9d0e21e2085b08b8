package org.jingzhun.identification.special.web;

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
import org.jingzhun.identification.special.Ordering;
import org.jingzhun.identification.special.SpecialRegister;
import org.jingzhun.identification.special.facts.LeftBehind;
import org.jspecify.annotations.Nullable;

/** Children, women and elderly left behind (三留守). */
@Path("/v1/left-behind")
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
public class LeftBehindResource {

    private final SpecialAnswers answers;
    private final Ordering ordering;
    private final Jobs jobs;
    private final CurrentCaller caller;

    LeftBehindResource(SpecialAnswers answers, Ordering ordering, Jobs jobs, CurrentCaller caller) {
        this.answers = answers;
        this.ordering = ordering;
        this.jobs = jobs;
        this.caller = caller;
    }

    /** A slice of the register. */
    @Schema(name = "LeftBehindSlice")
    public record Rows(
            List<LeftBehindRow> items,
            @Schema(nullable = true) @Nullable String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listLeftBehind", summary = "Children, women and elderly left behind, by village")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = Rows.class)))
    public Response list(
            @BeanParam @Valid SpecialQuery query,
            @QueryParam("kind") LeftBehind.@Nullable Kind kind,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        return answers.list(
                headers, page, SpecialRegister.LEFT_BEHIND, query.filter(kind), LeftBehindRow.class, LeftBehindRow::of);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SURVEYOR, Role.VILLAGE_OFFICER, Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER})
    @Transactional
    @Operation(operationId = "putLeftBehind", summary = "Enter somebody left behind, or correct what was derived")
    @APIResponse(
            responseCode = "200",
            description = "Corrected",
            content = @Content(schema = @Schema(implementation = LeftBehindRow.class)))
    @APIResponse(
            responseCode = "201",
            description = "New; Location is where it is with its history.",
            content = @Content(schema = @Schema(implementation = LeftBehindRow.class)))
    public Response put(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = 40) @Nullable String ifMatch,
            @NotNull @Valid LeftBehindBody body) {
        return answers.put(id, ifMatch, body.statement(), LeftBehindRow::of);
    }

    /** Where to derive. */
    @Schema(name = "LeftBehindDerivation")
    public record DerivationBody(
            @NotNull @Pattern(regexp = SpecialViews.DIVISION)
            String division) {}

    @POST
    @Path("/derivations")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER})
    @Idempotent
    @Transactional
    @Operation(
            operationId = "deriveLeftBehind",
            summary = "Derive who is left behind from who works away; a job. Officers confirm or reject")
    @APIResponse(
            responseCode = "202",
            description = "Accepted; Location is the job.",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    public Response derive(@NotNull @Valid DerivationBody body) {
        return jobs.accepted(ordering.derive(caller.get().area().intersect(Area.ofPrefix(body.division()))));
    }
}
