package org.jingzhun.identification.campaign.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.campaign.Campaign;
import org.jingzhun.identification.campaign.CutLines.FixedLine;
import org.jingzhun.identification.campaign.NoticePolicies.NoticePolicy;
import org.jingzhun.identification.division.DivisionCode;
import org.jspecify.annotations.Nullable;

/** A campaign as it is shown. */
@Schema(name = "Campaign")
public record CampaignView(
        UUID id,
        int year,
        String county,
        String scorecard,
        String vetoList,
        int quotaPersons,
        LocalDate pointInTime,
        int noticeDays,

        @Schema(description = "The document that set the days of notice.")
        String noticeSource,

        @Schema(description = "The row of the policies that says how many must be at an appraisal.")
        long quorumPolicy,

        @Schema(description = "The row of the policies that says how near to the line a second visit is due.")
        long lineEdgePolicy,

        @Schema(description = "The row of the policies that says how many must agree at an appraisal.")
        long majorityPolicy,

        @Schema(description = "The first day on which a visit may have been.")
        LocalDate visitsFrom,

        @Schema(description = "The last day on which a visit may have been.")
        LocalDate visitsUntil,

        @Schema(description = "The rows of the policies that say when visits may be.")
        List<Long> visitPolicies,

        @Schema(description = "When departments' data were last matched; absent until then.") @Nullable
        Instant screenedAt,

        @Schema(description = "Absent until it is fixed.") @Nullable
        LineView line,

        long revision) {

    static CampaignView of(Campaign campaign, NoticePolicy policy, @Nullable FixedLine line) {
        return new CampaignView(
                campaign.id(),
                campaign.year(),
                DivisionCode.text(campaign.county()),
                campaign.scorecard(),
                campaign.vetoList(),
                campaign.quotaPersons(),
                campaign.pointInTime(),
                campaign.noticeDays(),
                policy.source(),
                campaign.quorumPolicy(),
                campaign.lineEdgePolicy(),
                campaign.majorityPolicy(),
                campaign.visitsFrom(),
                campaign.visitsUntil(),
                campaign.visitPolicies(),
                campaign.screenedAt(),
                line == null ? null : LineView.of(line),
                campaign.revision());
    }
}
