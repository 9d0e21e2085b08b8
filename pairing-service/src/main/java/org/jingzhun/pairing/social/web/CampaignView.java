package org.jingzhun.pairing.social.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.chassis.procedure.SignatureView;
import org.jingzhun.pairing.access.Yuan;
import org.jingzhun.pairing.social.Campaign;
import org.jingzhun.pairing.social.CampaignKind;
import org.jingzhun.pairing.social.CampaignReport;
import org.jingzhun.pairing.social.CampaignState;
import org.jingzhun.pairing.social.Campaigns;
import org.jingzhun.pairing.social.HelpKind;
import org.jspecify.annotations.Nullable;

/** A campaign as seen from outside. */
@Schema(name = "SocialCampaign")
public record CampaignView(
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

        @Schema(description = "Last day on which offers and needs may join it.")
        LocalDate lastOn,

        CampaignState state,
        @Nullable LocalDate closedOn,
        long revision) {

    static CampaignView of(Campaign campaign) {
        return new CampaignView(
                campaign.id(),
                "%012d".formatted(campaign.division()),
                campaign.name(),
                campaign.kind(),
                campaign.organiser(),
                campaign.purpose(),
                campaign.targetFen() == null ? null : Yuan.of(campaign.targetFen()),
                campaign.firstOn(),
                campaign.lastOn(),
                campaign.state(),
                campaign.closedOn(),
                campaign.revision());
    }

    /** What it has brought. */
    @Schema(name = "SocialCampaignReport")
    public record ReportView(
            @Schema(description = "Day of the closing, or today.")
            LocalDate asOf,

            @Schema(description = "Money, in yuan.") String offered,

            @Schema(description = "Money that has arrived, in yuan.")
            String confirmed,

            @Schema(description = "People and units that offered something, each once.")
            int donors,

            @Schema(description = "Households and villages that confirmed something, each once.")
            int receivers,

            @Schema(description = "By kind of help.") List<FigureView> figures) {

        static ReportView of(CampaignReport report) {
            return new ReportView(
                    report.asOf(),
                    Yuan.ofWhole(report.moneyOffered()),
                    Yuan.ofWhole(report.moneyConfirmed()),
                    report.donors(),
                    report.receivers(),
                    report.figures().stream().map(FigureView::of).toList());
        }
    }

    /** Of one kind of help. */
    @Schema(
            name = "SocialCampaignFigure",
            description =
                    "Yuan for MONEY, else pieces or places. offered = unmatched + underWay + delivered + confirmed.")
    public record FigureView(
            HelpKind kind,
            @Schema(description = "How many offers.") int offers,
            long offered,

            @Schema(description = "Of what was offered, still free.")
            long unmatched,

            @Schema(description = "Matched, not delivered yet.")
            long underWay,

            @Schema(description = "Delivered, not confirmed yet.")
            long delivered,

            @Schema(description = "Confirmed by its receivers.")
            long confirmed,

            @Schema(description = "How many needs name the campaign.")
            int needs,

            @Schema(description = "What these need.") long needed,

            @Schema(description = "Of what these need, not matched yet.")
            long unmet) {

        static FigureView of(CampaignReport.Figure figure) {
            return new FigureView(
                    figure.kind(),
                    figure.offers(),
                    figure.offered(),
                    figure.unmatched(),
                    figure.underWay(),
                    figure.delivered(),
                    figure.confirmed(),
                    figure.needs(),
                    figure.needed(),
                    figure.unmet());
        }
    }

    /** A campaign with its steps and what it has brought. */
    @Schema(name = "HandledSocialCampaign")
    public record HandledView(
            CampaignView campaign,

            @Schema(description = "Whether it is open and its days last.")
            boolean running,

            @Schema(description = "What it has brought; once it is closed, as it stood then.")
            ReportView report,

            List<SignatureView> steps) {

        static HandledView of(Campaigns.Handled handled) {
            return new HandledView(
                    CampaignView.of(handled.campaign()),
                    handled.running(),
                    ReportView.of(handled.report()),
                    handled.steps().stream().map(SignatureView::of).toList());
        }
    }
}
