package org.jingzhun.pairing.social;

import java.time.LocalDate;
import java.util.List;

/**
 * What a campaign has brought (活动总结): as it stands, or as it stood when it was closed. Sums alone, which name nobody.
 *
 * @param asOf the day of the closing, or today
 * @param donors who offered something, each once
 * @param receivers households and villages that confirmed something, each once
 * @param figures by kind of help
 */
public record CampaignReport(Campaign campaign, LocalDate asOf, int donors, int receivers, List<Figure> figures) {

    public CampaignReport {
        figures = List.copyOf(figures);
    }

    /**
     * Of one kind of help; yuan for MONEY, else pieces or places. What was offered is unmatched, under way, delivered or
     * confirmed.
     *
     * @param offers how many
     * @param underWay matched, not delivered yet
     * @param delivered not confirmed yet
     * @param needs how many name the campaign
     * @param unmet of what they need, not matched with any offer
     */
    public record Figure(
            HelpKind kind,
            int offers,
            long offered,
            long unmatched,
            long underWay,
            long delivered,
            long confirmed,
            int needs,
            long needed,
            long unmet) {}

    /** Whole yuan. */
    public long moneyOffered() {
        return figures.stream()
                .filter(each -> each.kind() == HelpKind.MONEY)
                .mapToLong(Figure::offered)
                .sum();
    }

    /** Whole yuan. */
    public long moneyConfirmed() {
        return figures.stream()
                .filter(each -> each.kind() == HelpKind.MONEY)
                .mapToLong(Figure::confirmed)
                .sum();
    }

    /** Whether something is matched that its receiver has not confirmed. */
    boolean hasUnconfirmed() {
        return figures.stream().anyMatch(each -> each.underWay() + each.delivered() > 0);
    }
}
