package org.jingzhun.pairing.social.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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
import org.jingzhun.pairing.access.Divisions;
import org.jingzhun.pairing.access.Yuan;
import org.jingzhun.pairing.social.CampaignKind;
import org.jingzhun.pairing.social.CampaignNotice;
import org.jingzhun.pairing.social.CampaignRows;
import org.jingzhun.pairing.social.CampaignState;
import org.jingzhun.pairing.social.Campaigns;
import org.jspecify.annotations.Nullable;

/** The public board of campaigns (社会扶贫活动公示), without a token: sums that name no donor and no receiver. */
@Path("/v1/social-campaign-notices")
@Tag(name = "Social help")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class CampaignNoticeResource {

    private static final String CACHED = "public, max-age=60";

    private final Campaigns campaigns;
    private final Lists lists;

    CampaignNoticeResource(Campaigns campaigns, Lists lists) {
        this.campaigns = campaigns;
        this.lists = lists;
    }

    /** A campaign as the public sees it. */
    @Schema(name = "SocialCampaignNotice")
    public record NoticeView(
            UUID id,

            @Schema(description = "What it reaches, with all in it.")
            String division,

            String name,
            CampaignKind kind,
            String organiser,
            String purpose,

            @Schema(description = "Money that it is to raise, in yuan; absent when it is not about money.") @Nullable
            String target,

            LocalDate firstOn,
            LocalDate lastOn,
            @Schema(description = "OPEN or CLOSED.") CampaignState state,
            @Nullable LocalDate closedOn,
            @Schema(description = "Money, in yuan.") String offered,

            @Schema(description = "Money that has arrived, in yuan.")
            String confirmed,

            @Schema(description = "People and units that offered something, each once.")
            int donors,

            @Schema(description = "Households and villages that confirmed something, each once.")
            int receivers) {

        static NoticeView of(CampaignNotice notice) {
            var campaign = CampaignView.of(notice.campaign());
            return new NoticeView(
                    campaign.id(),
                    campaign.division(),
                    campaign.name(),
                    campaign.kind(),
                    campaign.organiser(),
                    campaign.purpose(),
                    campaign.target(),
                    campaign.firstOn(),
                    campaign.lastOn(),
                    campaign.state(),
                    campaign.closedOn(),
                    Yuan.ofWhole(notice.offered()),
                    Yuan.ofWhole(notice.confirmed()),
                    notice.donors(),
                    notice.receivers());
        }
    }

    /** A slice of notices. */
    @Schema(name = "SocialCampaignNoticeSlice")
    public record NoticeSlice(
            List<NoticeView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    /** One notice with its figures. */
    @Schema(name = "FiguredSocialCampaignNotice")
    public record FiguredNotice(
            NoticeView notice,
            @Schema(description = "By kind of help.") List<CampaignView.FigureView> figures) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(
            operationId = "listSocialCampaignNotices",
            summary = "Campaigns that are or were open, of any area; for everybody")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = NoticeSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = Divisions.ANY) @Nullable String division,
            @QueryParam("kind") @Nullable CampaignKind kind,
            @Schema(description = "OPEN or CLOSED.") @QueryParam("state") @Nullable CampaignState state,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var filter = new CampaignRows.Filter(Divisions.area(division), kind, state);
        var answer = lists.answer(headers, page, NoticeView.class, (after, limit) -> Slice.byId(
                        after,
                        limit,
                        (behind, count) -> campaigns.notices(filter, behind, count),
                        notice -> notice.campaign().id())
                .map(NoticeView::of));
        return Response.fromResponse(answer)
                .header(HttpHeaders.CACHE_CONTROL, CACHED)
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getSocialCampaignNotice",
            summary = "One campaign that is or was open, with its figures; for everybody")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = FiguredNotice.class)))
    public FiguredNotice get(@PathParam("id") UUID id) {
        var found = campaigns.notice(id);
        return new FiguredNotice(
                NoticeView.of(found.notice()),
                found.figures().stream().map(CampaignView.FigureView::of).toList());
    }
}
