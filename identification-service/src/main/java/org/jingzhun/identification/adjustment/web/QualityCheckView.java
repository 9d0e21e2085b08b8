package org.jingzhun.identification.adjustment.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.identification.adjustment.CheckKind;
import org.jingzhun.identification.adjustment.CheckStage;
import org.jingzhun.identification.adjustment.Correction;
import org.jingzhun.identification.adjustment.Finding;
import org.jingzhun.identification.adjustment.QualityCheck;
import org.jingzhun.identification.adjustment.Samples;
import org.jingzhun.identification.adjustment.Standing;
import org.jingzhun.identification.adjustment.Stratification;
import org.jingzhun.identification.adjustment.sampling.Rate;
import org.jingzhun.identification.division.DivisionCode;
import org.jspecify.annotations.Nullable;

/** A quality check with what it found so far. */
@Schema(name = "QualityCheckWithResults")
public record QualityCheckView(CheckRow check, Results results) {

    /** A quality check in a list. */
    @Schema(name = "QualityCheck")
    public record CheckRow(
            UUID id,
            UUID roundId,
            CheckKind kind,
            String target,

            @Schema(description = "Whose officers look; absent unless it is a cross-check.") @Nullable
            String checker,

            Stratification stratification,
            List<Standing> standings,
            int sampleSize,
            String seed,
            String seedSource,
            CheckStage stage,
            String plannedBy,
            String plannedName,
            Instant plannedAt,
            @Nullable String drawnBy,
            @Nullable Instant drawnAt,

            @Schema(description = "Households that could have been drawn.") @Nullable
            Integer frameHouseholds,

            @Schema(description = "SHA-256 of the frame.") @Nullable
            String frameDigest,

            @Nullable String endedBy,
            @Nullable Instant endedAt,
            @Nullable String remark,
            long revision) {

        static CheckRow of(QualityCheck check) {
            Area checker = check.checker();
            return new CheckRow(
                    check.id(),
                    check.roundId(),
                    check.kind(),
                    DivisionCode.text(check.target().from()),
                    checker == null ? null : DivisionCode.text(checker.from()),
                    check.stratification(),
                    check.standings(),
                    check.sampleSize(),
                    check.seed(),
                    check.seedSource(),
                    check.stage(),
                    check.plannedBy(),
                    check.plannedName(),
                    check.plannedAt(),
                    check.drawnBy(),
                    check.drawnAt(),
                    check.frameHouseholds(),
                    check.frameDigest(),
                    check.endedBy(),
                    check.endedAt(),
                    check.remark(),
                    check.revision());
        }
    }

    /**
     * What was found.
     *
     * @param unsettled findings whose correction has not ended
     */
    @Schema(name = "QualityCheckResults")
    public record Results(int sampled, int checked, int unsettled, List<FindingRate> rates) {}

    /** A finding as a share of those of whom it could be said. */
    @Schema(name = "QualityFindingRate")
    public record FindingRate(
            Finding finding,

            @Schema(description = "That stand; those that were not upheld are beside.")
            int found,

            int notUpheld,

            @Schema(description = "Checked households of whom it could be said.")
            int checked,

            @Schema(description = "In percent; absent when nobody was checked.") @Nullable
            BigDecimal rate,

            @Schema(description = "Of the interval of 95 percent after Wilson, in percent.") @Nullable
            BigDecimal low,

            @Nullable BigDecimal high) {}

    static QualityCheckView of(QualityCheck check, List<Samples.Count> counts) {
        Predicate<Samples.Count> checked = count -> count.finding() != null;
        return new QualityCheckView(
                CheckRow.of(check),
                new Results(
                        sum(counts, count -> true),
                        sum(counts, checked),
                        sum(
                                counts,
                                count -> count.correction() == Correction.OPEN
                                        || count.correction() == Correction.UNDER_WAY),
                        Arrays.stream(Finding.values())
                                .filter(finding -> finding != Finding.OK)
                                .map(finding -> rate(finding, counts))
                                .toList()));
    }

    private static FindingRate rate(Finding finding, List<Samples.Count> counts) {
        int checked =
                sum(counts, count -> count.finding() != null && finding.of().contains(count.standing()));
        int all = sum(counts, count -> count.finding() == finding);
        int notUpheld = sum(counts, count -> count.finding() == finding && count.correction() == Correction.NOT_UPHELD);
        Rate rate = Rate.of(all - notUpheld, checked);
        boolean known = checked > 0;
        return new FindingRate(
                finding,
                all - notUpheld,
                notUpheld,
                checked,
                known ? percent(rate.share()) : null,
                known ? percent(rate.low()) : null,
                known ? percent(rate.high()) : null);
    }

    private static int sum(List<Samples.Count> counts, Predicate<Samples.Count> which) {
        return counts.stream().filter(which).mapToInt(Samples.Count::households).sum();
    }

    private static BigDecimal percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).setScale(2, RoundingMode.HALF_UP);
    }
}
