package org.jingzhun.identification.campaign.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.audit.AuditedLists;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.campaign.Campaign;
import org.jingzhun.identification.campaign.Campaigning;
import org.jingzhun.identification.campaign.Campaigns;
import org.jingzhun.identification.campaign.Candidature;
import org.jingzhun.identification.campaign.Candidatures;
import org.jingzhun.identification.campaign.CutLines;
import org.jingzhun.identification.campaign.Gatekeeping;
import org.jingzhun.identification.campaign.Objecting;
import org.jingzhun.identification.campaign.Objection;
import org.jingzhun.identification.campaign.Objections;
import org.jingzhun.identification.campaign.Round;
import org.jingzhun.identification.campaign.Rounds;
import org.jingzhun.identification.campaign.Stage;
import org.jspecify.annotations.Nullable;

/** The rounds of the villages in the caller's area, and their gates. */
@Path("/v1/rounds")
@Tag(name = "Rounds")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Role.SURVEYOR,
    Role.VILLAGE_OFFICER,
    Role.TOWNSHIP_OFFICER,
    Role.COUNTY_OFFICER,
    Role.CITY_OFFICER,
    Role.REGION_OFFICER,
    Role.AUDITOR,
    Role.SUPERVISOR
})
public class RoundResource {

    private final Campaigns campaigns;
    private final Campaigning campaigning;
    private final Rounds rounds;
    private final Gatekeeping gatekeeping;
    private final Candidatures candidatures;
    private final CutLines lines;
    private final Objections objections;
    private final Objecting objecting;
    private final Lists lists;
    private final AuditedLists auditedLists;

    RoundResource(
            Campaigns campaigns,
            Campaigning campaigning,
            Rounds rounds,
            Gatekeeping gatekeeping,
            Candidatures candidatures,
            CutLines lines,
            Objections objections,
            Objecting objecting,
            Lists lists,
            AuditedLists auditedLists) {
        this.campaigns = campaigns;
        this.campaigning = campaigning;
        this.rounds = rounds;
        this.gatekeeping = gatekeeping;
        this.candidatures = candidatures;
        this.lines = lines;
        this.objections = objections;
        this.objecting = objecting;
        this.lists = lists;
        this.auditedLists = auditedLists;
    }

    /** A slice of rounds. */
    @Schema(name = "RoundSlice")
    public record RoundSlice(
            List<RoundRow> items,
            @Schema(nullable = true) @Nullable String next) {}

    /** A slice of candidates. */
    @Schema(name = "CandidateSlice")
    public record CandidateSlice(
            List<Candidature> items,
            @Schema(nullable = true) @Nullable String next) {}

    /** @param householdId that it is about; absent when it is about the list as a whole */
    @Schema(name = "ObjectionBody")
    public record ObjectionBody(
            @Nullable UUID householdId,
            @NotBlank @Size(max = 100) String raisedBy,
            @NotBlank @Size(max = 2000) String text) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listRounds", summary = "The rounds of a campaign by village")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = RoundSlice.class)))
    public Response list(
            @QueryParam("campaign") @NotNull UUID campaign,
            @QueryParam("stage") @Nullable Stage stage,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        return lists.answer(headers, page, RoundRow.class, (after, limit) -> rounds.list(
                        campaign, stage, Cursor.parse(after, 1), limit)
                .map(RoundRow::of));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getRound", summary = "A round with its gates and objections")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = RoundView.class)))
    public Response get(@PathParam("id") UUID id) {
        return answer(rounds.get(id));
    }

    @GET
    @Path("/{id}/candidates")
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Transactional
    @Operation(operationId = "listCandidates", summary = "Who may be found poor in the village, the poorest first")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = CandidateSlice.class)))
    public Response candidates(
            @PathParam("id") UUID id, @BeanParam @Valid PageRequest page, @Context HttpHeaders headers) {
        Round round = rounds.get(id);
        Campaign campaign = campaigns.get(round.campaignId());
        var reading = new Candidatures.Reading(
                campaign,
                campaigning.directionOf(campaign),
                lines.findLatest(campaign.id()).orElse(null));
        return auditedLists.answer(
                headers,
                page,
                Candidature.class,
                AuditEntry.of("candidates-listed", "round", id).in(round.villageCode()),
                (after, limit) -> candidatures.listOf(reading, round.villageCode(), Cursor.parse(after, 2), limit));
    }

    @POST
    @Path("/{id}/steps")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.VILLAGE_OFFICER, Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER})
    @Idempotent
    @Transactional
    @Operation(operationId = "takeStep", summary = "Open the next gate; the last one registers the poor")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = RoundView.class)))
    public Response take(@PathParam("id") UUID id, @NotNull @Valid StepBody body) {
        return answer(gatekeeping.take(id, body.request()));
    }

    @POST
    @Path("/{id}/objections")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SURVEYOR, Role.VILLAGE_OFFICER, Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER})
    @Idempotent
    @Operation(operationId = "raiseObjection", summary = "Take down an objection while a notice is up")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = ObjectionView.class)))
    public Response object(@PathParam("id") UUID id, @NotNull @Valid ObjectionBody body) {
        Objection objection = objecting.raise(id, body.householdId(), body.raisedBy(), body.text());
        return Response.created(URI.create("/v1/objections/" + objection.id()))
                .entity(ObjectionView.of(objection))
                .build();
    }

    private Response answer(Round round) {
        int noticeDays = campaigns.get(round.campaignId()).noticeDays();
        return Revisions.answer(
                RoundView.of(round, noticeDays, rounds.listSteps(round.id()), objections.listOf(round.id())),
                round.revision());
    }
}
