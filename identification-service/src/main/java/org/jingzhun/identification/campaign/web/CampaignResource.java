package org.jingzhun.identification.campaign.web;

import com.github.f4b6a3.uuid.UuidCreator;
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
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.audit.AuditedLists;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.campaign.Campaign;
import org.jingzhun.identification.campaign.Campaigning;
import org.jingzhun.identification.campaign.Campaigns;
import org.jingzhun.identification.campaign.Candidatures;
import org.jingzhun.identification.campaign.CutLines;
import org.jingzhun.identification.campaign.CutLines.ScoreTie;
import org.jingzhun.identification.campaign.NoticePolicies;
import org.jingzhun.identification.campaign.RankedHousehold;
import org.jspecify.annotations.Nullable;

/** Campaigns of the counties that the caller's area touches. */
@Path("/v1/campaigns")
@Tag(name = "Campaigns")
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
public class CampaignResource {

    private final Campaigns campaigns;
    private final Campaigning campaigning;
    private final Candidatures candidatures;
    private final CutLines lines;
    private final NoticePolicies policies;
    private final Lists lists;
    private final AuditedLists auditedLists;

    CampaignResource(
            Campaigns campaigns,
            Campaigning campaigning,
            Candidatures candidatures,
            CutLines lines,
            NoticePolicies policies,
            Lists lists,
            AuditedLists auditedLists) {
        this.campaigns = campaigns;
        this.campaigning = campaigning;
        this.candidatures = candidatures;
        this.lines = lines;
        this.policies = policies;
        this.lists = lists;
        this.auditedLists = auditedLists;
    }

    /** A slice of campaigns. */
    @Schema(name = "CampaignSlice")
    public record CampaignSlice(
            List<CampaignView> items,
            @Schema(nullable = true) @Nullable String next) {}

    /** A slice of the ranking. */
    @Schema(name = "RankingSlice")
    public record RankingSlice(
            List<RankedHousehold> items,
            @Schema(nullable = true) @Nullable String next) {}

    /** @param handedDown the score that the region set; absent to compute the line from the quota */
    @Schema(name = "LineBody")
    public record LineBody(
            @Min(0) @Max(10_000) @Nullable Integer handedDown,
            @Size(min = 1, max = 100) @Nullable String documentNumber) {}

    /** A cut line and the ties it was drawn from, the poorest first. */
    @Schema(name = "CutLineProof")
    public record LineProof(LineView line, List<ScoreTie> ties) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listCampaigns", summary = "Campaigns in the order in which they began")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = CampaignSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @QueryParam("year") @Min(2000) @Max(2100) @Nullable Integer year,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        Area area = division == null ? null : Area.ofPrefix(division);
        return lists.answer(headers, page, CampaignView.class, (after, limit) -> campaigns
                .list(area, year, Cursor.parse(after, 1), limit)
                .map(this::view));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER})
    @Idempotent
    @Transactional
    @Operation(operationId = "beginCampaign", summary = "Begin a campaign and open a round for each village")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = CampaignView.class)))
    public Response post(@NotNull @Valid CampaignBody body) {
        return begin(UuidCreator.getTimeOrderedEpoch(), body, null);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER})
    @Transactional
    @Operation(operationId = "putCampaign", summary = "Begin a campaign under an id of the client's choice")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = CampaignView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = CampaignView.class)))
    public Response put(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = Revisions.LONGEST_TAG) @Nullable String ifMatch,
            @NotNull @Valid CampaignBody body) {
        return begin(id, body, ifMatch);
    }

    private Response begin(UUID id, CampaignBody body, @Nullable String ifMatch) {
        Campaigning.Begun begun = campaigning.begin(id, body.plan(), ifMatch);
        return Revisions.recorded(
                begun.isNew(),
                "/v1/campaigns/" + id,
                view(begun.campaign()),
                begun.campaign().revision());
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getCampaign", summary = "A campaign with its cut line")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = CampaignView.class)))
    public Response get(@PathParam("id") UUID id) {
        Campaign campaign = campaigns.get(id);
        return Revisions.answer(view(campaign), campaign.revision());
    }

    @GET
    @Path("/{id}/ranking")
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Transactional
    @Operation(
            operationId = "rankCampaign",
            summary = "The households of the county, the poorest first; for callers who see the whole county")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = RankingSlice.class)))
    public Response rank(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page, @Context HttpHeaders headers) {
        Campaign campaign = campaigns.get(id);
        campaigning.requireWholeCounty(campaign);
        var reading = new Candidatures.Reading(
                campaign,
                campaigning.directionOf(campaign),
                lines.findLatest(id).orElse(null));
        return auditedLists.answer(
                headers,
                page,
                RankedHousehold.class,
                AuditEntry.of("ranking-listed", "campaign", id).in(campaign.county()),
                (after, limit) -> candidatures.rank(reading, Cursor.parse(after, Candidatures.RANKING_KEYS), limit));
    }

    @POST
    @Path("/{id}/line")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER})
    @Idempotent
    @Operation(operationId = "fixLine", summary = "Fix the cut line, handed down or computed from the quota")
    public LineView fixLine(@PathParam("id") UUID id, @NotNull @Valid LineBody body) {
        return LineView.of(campaigning.fixLine(id, body.handedDown(), body.documentNumber()));
    }

    @GET
    @Path("/{id}/line")
    @Transactional
    @Operation(operationId = "getLine", summary = "The cut line with the ties it was drawn from")
    public LineProof line(@PathParam("id") UUID id) {
        Campaign campaign = campaigns.get(id);
        CutLines.FixedLine line = lines.findLatest(campaign.id())
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
        return new LineProof(LineView.of(line), lines.listTies(id, line.version()));
    }

    private CampaignView view(Campaign campaign) {
        return CampaignView.of(
                campaign,
                policies.get(campaign.noticePolicy()),
                lines.findLatest(campaign.id()).orElse(null));
    }
}
