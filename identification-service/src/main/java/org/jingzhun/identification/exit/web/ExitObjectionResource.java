package org.jingzhun.identification.exit.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.audit.AuditedLists;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.campaign.Objection.State;
import org.jingzhun.identification.exit.ExitObjection;
import org.jingzhun.identification.exit.ExitObjections;
import org.jingzhun.identification.exit.Objecting;
import org.jspecify.annotations.Nullable;

/** What people hold against exits of households, villages and counties while their notice is up. */
@Path("/v1/exit-objections")
@Tag(name = "Exits")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Role.SURVEYOR,
    Role.VILLAGE_OFFICER,
    Role.TOWNSHIP_OFFICER,
    Role.COUNTY_OFFICER,
    Role.CITY_OFFICER,
    Role.REGION_OFFICER,
    Role.SUPERVISOR
})
public class ExitObjectionResource {

    private static final int KEYS = 2;

    private final ExitObjections objections;
    private final Objecting objecting;
    private final AuditedLists lists;

    ExitObjectionResource(ExitObjections objections, Objecting objecting, AuditedLists lists) {
        this.objections = objections;
        this.objecting = objecting;
        this.lists = lists;
    }

    /** A slice of objections. */
    @Schema(name = "ExitObjectionSlice")
    public record ObjectionSlice(
            List<ExitObjectionView> items,
            @Schema(nullable = true) @Nullable String next) {}

    /** @param raisedBy whoever objects; anybody may */
    @Schema(name = "ExitObjectionBody")
    public record ObjectionBody(
            @NotNull UUID exitId,
            @NotBlank @Size(max = 100) String raisedBy,
            @NotBlank @Size(max = 2000) String text) {}

    /** How an objection is decided. */
    @Schema(name = "ExitObjectionOutcome")
    public enum Outcome {
        UPHELD,
        REJECTED
    }

    /** @param findings of the re-check; they take the place of the former ones */
    @Schema(name = "ExitObjectionResolution")
    public record ResolutionBody(
            @NotNull Outcome outcome,
            @NotBlank @Size(max = 2000) String finding,

            @Schema(description = "Two or more people who neither checked nor certified nor signed for the exit.")
            @NotNull
            @Size(min = ExitObjection.FEWEST_INVESTIGATORS, max = ExitObjection.MOST_INVESTIGATORS)
            Set<@NotBlank @Size(max = 100) String> investigators,

            @NotNull @NotEmpty @Size(max = 50) List<FindingsBody.@NotNull @Valid FindingBody> findings) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @RolesAllowed({
        Role.VILLAGE_OFFICER,
        Role.TOWNSHIP_OFFICER,
        Role.COUNTY_OFFICER,
        Role.CITY_OFFICER,
        Role.REGION_OFFICER,
        Role.AUDITOR,
        Role.SUPERVISOR
    })
    @Operation(operationId = "listExitObjections", summary = "Objections to exits by place")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = ObjectionSlice.class)))
    public Response list(
            @QueryParam("exit") @Nullable UUID exit,
            @QueryParam("division") @Pattern(regexp = ExitQuery.DIVISION) @Nullable String division,
            @QueryParam("state") @Nullable State state,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        ExitObjections.Filter filter =
                new ExitObjections.Filter(exit, division == null ? null : Area.ofPrefix(division), state);
        return lists.answer(
                headers,
                page,
                ExitObjectionView.class,
                AuditEntry.listing("exit-objections-listed", "exit-objection", filter.division()),
                (after, limit) -> objections
                        .list(filter, Cursor.parse(after, KEYS), limit)
                        .map(ExitObjectionView::of));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(operationId = "raiseExitObjection", summary = "Take down what somebody holds against an exit")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = ExitObjectionView.class)))
    public Response raise(@NotNull @Valid ObjectionBody body) {
        ExitObjection raised = objecting.raise(body.exitId(), body.raisedBy(), body.text());
        return Response.created(URI.create("/v1/exit-objections?exit=" + raised.exitId()))
                .entity(ExitObjectionView.of(raised))
                .build();
    }

    @POST
    @Path("/{id}/resolution")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER, Role.REGION_OFFICER})
    @Idempotent
    @Operation(
            operationId = "resolveExitObjection",
            summary = "Decide an objection by what a re-check by other people found")
    public ExitObjectionView resolve(@PathParam("id") UUID id, @NotNull @Valid ResolutionBody body) {
        return ExitObjectionView.of(objecting.resolve(
                id,
                body.outcome() == Outcome.UPHELD,
                body.finding(),
                List.copyOf(body.investigators()),
                body.findings().stream()
                        .map(FindingsBody.FindingBody::toFinding)
                        .toList()));
    }
}
