package org.jingzhun.pairing.social.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.pairing.access.Divisions;
import org.jingzhun.pairing.access.Remark;
import org.jingzhun.pairing.access.Role;
import org.jingzhun.pairing.access.Yuan;
import org.jingzhun.pairing.social.Campaign;
import org.jingzhun.pairing.social.CampaignKind;
import org.jingzhun.pairing.social.CampaignRows;
import org.jingzhun.pairing.social.CampaignState;
import org.jingzhun.pairing.social.CampaignStep;
import org.jingzhun.pairing.social.Campaigns;
import org.jspecify.annotations.Nullable;

/** Campaigns of social help (社会扶贫活动), of the caller's area and of those above it. */
@Path("/v1/social-campaigns")
@Tag(name = "Social help")
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
public class CampaignResource {

    private final Campaigns campaigns;
    private final CampaignRows rows;
    private final Lists lists;

    CampaignResource(Campaigns campaigns, CampaignRows rows, Lists lists) {
        this.campaigns = campaigns;
        this.rows = rows;
        this.lists = lists;
    }

    /** A slice. */
    @Schema(name = "SocialCampaignSlice")
    record CampaignSlice(
            List<CampaignView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    /** What is to be planned. */
    @Schema(name = "SocialCampaignBody")
    record CampaignBody(
            @NotNull @Pattern(regexp = Divisions.FULL) @Schema(description = "What it reaches, with all in it.")
            String division,

            @NotBlank @Size(max = 100) String name,
            @NotNull CampaignKind kind,

            @NotBlank @Size(max = 200) @Schema(description = "An office or organisation; never a person.")
            String organiser,

            @NotBlank @Size(max = 500) String purpose,

            @Pattern(regexp = Yuan.AMOUNT)
            @Schema(description = "Money that it is to raise, in yuan; absent or 0 when it is not about money.")
            @Nullable
            String target,

            @NotNull @Schema(description = "One of POVERTY_DAY has 17 October among its days.")
            LocalDate firstOn,

            @NotNull @Schema(description = "Today or later.")
            LocalDate lastOn) {

        Campaign campaign(UUID id) {
            long fen = target == null ? 0 : Yuan.fen(target);
            return new Campaign(
                    id,
                    Long.parseLong(division),
                    name.strip(),
                    kind,
                    organiser.strip(),
                    purpose.strip(),
                    fen == 0 ? null : fen,
                    firstOn,
                    lastOn,
                    CampaignState.PLANNED,
                    null,
                    0);
        }
    }

    /** A step to be taken. */
    @Schema(name = "SocialCampaignStepRequest")
    record StepRequest(
            @NotNull CampaignStep step,

            @Size(max = 1000)
            @Schema(
                    description =
                            "Needed to CLOSE before the last day is over, or while something matched is not confirmed.")
            @Nullable
            String remark) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listSocialCampaigns", summary = "Campaigns of an area, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = CampaignSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = Divisions.ANY) @Nullable String division,
            @QueryParam("kind") @Nullable CampaignKind kind,
            @QueryParam("state") @Nullable CampaignState state,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var filter = new CampaignRows.Filter(Divisions.area(division), kind, state);
        return lists.answer(headers, page, CampaignView.class, (after, limit) -> Slice.byId(
                        after, limit, (behind, count) -> rows.list(filter, behind, count), Campaign::id)
                .map(CampaignView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getSocialCampaign", summary = "One campaign with its steps and what it has brought")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = CampaignView.HandledView.class)))
    public CampaignView.HandledView get(@PathParam("id") UUID id) {
        return CampaignView.HandledView.of(campaigns.get(id));
    }

    @PUT
    @Path("/{id}")
    @Transactional
    @RolesAllowed({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER})
    @Operation(operationId = "putSocialCampaign", summary = "Plan under an id of the client's choice; never changes")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = CampaignView.HandledView.class)))
    public CampaignView.HandledView put(@PathParam("id") UUID id, @Valid @NotNull CampaignBody body) {
        return CampaignView.HandledView.of(campaigns.plan(body.campaign(id)));
    }

    @POST
    @Idempotent
    @Path("/{id}/steps")
    @Transactional
    @RolesAllowed({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER})
    @Operation(
            operationId = "takeSocialCampaignStep",
            summary = "OPEN (another person than who planned), CLOSE with its report, or CANCEL")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = CampaignView.HandledView.class)))
    public CampaignView.HandledView take(@PathParam("id") UUID id, @Valid @NotNull StepRequest request) {
        var remark = Remark.of(request.remark());
        return CampaignView.HandledView.of(campaigns.take(id, request.step(), remark));
    }
}
