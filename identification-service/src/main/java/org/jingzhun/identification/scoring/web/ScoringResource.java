package org.jingzhun.identification.scoring.web;

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
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.audit.AuditedLists;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.chassis.job.JobView;
import org.jingzhun.chassis.job.Jobs;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.campaign.Campaign;
import org.jingzhun.identification.campaign.Campaigns;
import org.jingzhun.identification.scoring.CampaignScoring;
import org.jingzhun.identification.scoring.Scoring;
import org.jingzhun.identification.scoring.Scorings;
import org.jingzhun.identification.scoring.Scorings.ScoringChange;
import org.jspecify.annotations.Nullable;

/** Orders that a campaign is scored anew, and tells what that changed. */
@Path("/v1/campaigns/{id}/scoring")
@Tag(name = "Campaigns")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Role.TOWNSHIP_OFFICER,
    Role.COUNTY_OFFICER,
    Role.CITY_OFFICER,
    Role.REGION_OFFICER,
    Role.AUDITOR,
    Role.SUPERVISOR
})
public class ScoringResource {

    private final Scoring scoring;
    private final Scorings scorings;
    private final Campaigns campaigns;
    private final Jobs jobs;
    private final Lists lists;
    private final AuditedLists auditedLists;

    ScoringResource(
            Scoring scoring,
            Scorings scorings,
            Campaigns campaigns,
            Jobs jobs,
            Lists lists,
            AuditedLists auditedLists) {
        this.scoring = scoring;
        this.scorings = scorings;
        this.campaigns = campaigns;
        this.jobs = jobs;
        this.lists = lists;
        this.auditedLists = auditedLists;
    }

    /** By which scorecard, and why. */
    @Schema(name = "ScoringBody")
    public record ScoringBody(
            @Schema(description = "A published edition with the same items as the campaign's card.")
            @NotBlank
            @Size(max = 40)
            String scorecard,

            @NotBlank @Size(max = 500) String reason,

            @Schema(description = "Of the document that says so.") @NotBlank @Size(max = 100)
            String documentNumber) {}

    /** A slice of scorings. */
    @Schema(name = "CampaignScoringSlice")
    public record ScoringSlice(
            List<CampaignScoring> items,
            @Schema(nullable = true) @Nullable String next) {}

    /** A slice of changed scores. */
    @Schema(name = "ScoringChangeSlice")
    public record ChangeSlice(
            List<ScoringChange> items,
            @Schema(nullable = true) @Nullable String next) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER})
    @Idempotent
    @Operation(
            operationId = "scoreCampaign",
            summary = "Score all visits of a campaign by another edition of its scorecard",
            description =
                    "Until the first village has appraised its scores. A line that was fixed is no longer in force.")
    @APIResponse(
            responseCode = "202",
            description = "Accepted; the id of the job is that of the scoring.",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    public Response score(@PathParam("id") UUID id, @NotNull @Valid ScoringBody body) {
        return jobs.accepted(
                scoring.order(id, new Scoring.Order(body.scorecard(), body.reason(), body.documentNumber())));
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Transactional
    @Operation(operationId = "listScorings", summary = "The scorings of a campaign, the first first")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = ScoringSlice.class)))
    public Response list(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page, @Context HttpHeaders headers) {
        Campaign campaign = campaigns.get(id);
        return lists.answer(
                headers,
                page,
                CampaignScoring.class,
                (after, limit) -> scorings.list(campaign, Cursor.parse(after, 1), limit));
    }

    @GET
    @Path("/{scoring}/changes")
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Transactional
    @Operation(
            operationId = "listScoringChanges",
            summary = "The visits whose score a scoring changed, with before and after")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = ChangeSlice.class)))
    public Response changes(
            @PathParam("id") UUID id,
            @PathParam("scoring") UUID scoringId,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        Campaign campaign = campaigns.get(id);
        CampaignScoring made = scorings.get(scoringId);
        if (!made.campaignId().equals(campaign.id())) {
            throw Problem.of(404, "not-found").asException();
        }
        return auditedLists.answer(
                headers,
                page,
                ScoringChange.class,
                AuditEntry.of("scoring-changes-listed", "campaign", id).in(campaign.county()),
                (after, limit) -> scorings.listChanges(made, Cursor.parse(after, 1), limit));
    }
}
