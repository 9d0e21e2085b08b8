package org.jingzhun.identification.monitoring.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.money.Yuan;
import org.jingzhun.identification.monitoring.Judgements;
import org.jingzhun.identification.monitoring.judging.Facts;
import org.jingzhun.identification.monitoring.judging.Judgement;
import org.jingzhun.identification.monitoring.judging.Stability;
import org.jingzhun.identification.monitoring.judging.Standing;
import org.jingzhun.identification.monitoring.judging.YearBefore;
import org.jingzhun.identification.monitoring.judging.YearLine;
import org.jspecify.annotations.Nullable;

/** What was computed before the decisions, with everything it was computed from. */
@Schema(name = "MonitoringProof")
public record ProofView(List<JudgementView> items) {

    /** One computation. */
    @Schema(name = "MonitoringJudgement")
    public record JudgementView(
            Judgements.Purpose purpose,
            Instant judgedAt,
            String rules,

            @Schema(description = "Before identification: what the figures point to.")
            Judgement.@Nullable Outcome outcome,

            List<Judgement.Ground> grounds,
            @Nullable Standing standing,

            @Schema(description = "Compliant own payments, yuan.") @Nullable
            String ownPayments,

            @Nullable Boolean suddenEvent,
            @Nullable Boolean copes,

            @Schema(description = "Before closure: whether the income was over the line at each point.") @Nullable
            Boolean stable,

            @Schema(description = "From how many recorded days on an income counts as known.")
            long leastCoveredDays,

            @Schema(description = "The twelve months that were looked at, the latest first.")
            List<YearView> years,

            @Schema(
                    description =
                            "Whether the same comes out when it is computed again from the incomes and the line that were used.")
            boolean agrees) {

        static JudgementView of(Judgements.Kept kept, boolean agrees) {
            Judgement judgement = kept.judgement();
            return judgement == null
                    ? of(kept, Objects.requireNonNull(kept.stability()), agrees)
                    : of(kept, judgement, judgement.facts(), agrees);
        }

        private static JudgementView of(Judgements.Kept kept, Judgement judgement, Facts facts, boolean agrees) {
            return new JudgementView(
                    kept.purpose(),
                    kept.at(),
                    judgement.rules(),
                    judgement.outcome(),
                    judgement.grounds(),
                    facts.standing(),
                    Yuan.ofFen(facts.paymentsFen()),
                    facts.sudden(),
                    facts.copes(),
                    null,
                    facts.leastCoveredDays(),
                    List.of(YearView.of(facts.income(), facts.line())),
                    agrees);
        }

        private static JudgementView of(Judgements.Kept kept, Stability stability, boolean agrees) {
            return new JudgementView(
                    kept.purpose(),
                    kept.at(),
                    stability.rules(),
                    null,
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    stability.broken() == null,
                    stability.leastCoveredDays(),
                    stability.points().stream()
                            .map(point -> YearView.of(point.income(), point.line()))
                            .toList(),
                    agrees);
        }
    }

    /** Twelve months and the line that they are held against. */
    @Schema(name = "MonitoringYear")
    public record YearView(
            LocalDate from,
            LocalDate to,
            int days,
            int coveredDays,
            int persons,
            String net,
            String perHead,

            @Schema(description = "Yuan a head and year; absent when nobody has loaded it.") @Nullable
            String line,

            @Nullable Long lineId,
            @Nullable Integer lineYear,

            @Schema(description = "Where the line holds; absent for everywhere.") @Nullable
            String lineDivision,

            @Nullable String lineSource,
            List<ShareView> shares) {

        static YearView of(YearBefore year, @Nullable YearLine line) {
            return new YearView(
                    year.from(),
                    year.to(),
                    year.days(),
                    year.coveredDays(),
                    year.persons(),
                    Yuan.ofFen(year.netFen()),
                    Yuan.ofFen(year.perHeadFen()),
                    line == null ? null : Yuan.ofFen(line.perHeadFen()),
                    line == null ? null : line.id(),
                    line == null ? null : line.year(),
                    line == null || line.division() == 0 ? null : DivisionCode.text(line.division()),
                    line == null ? null : line.source(),
                    year.shares().stream().map(ShareView::of).toList());
        }
    }

    /** What a recorded income contributes by its days. */
    @Schema(name = "MonitoringIncomeShare")
    public record ShareView(UUID incomeId, LocalDate from, LocalDate to, int days, int daysOfPeriod, String net) {

        static ShareView of(YearBefore.Share share) {
            return new ShareView(
                    share.income(),
                    share.from(),
                    share.to(),
                    share.days(),
                    share.daysOfPeriod(),
                    Yuan.ofFen(share.fen()));
        }
    }
}
