package org.jingzhun.identification.statistics.web;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.statistics.Headcount;
import org.jingzhun.identification.statistics.OfficialFigure;
import org.jspecify.annotations.Nullable;

/** The answers of the statistics: what the register says, and apart from it what bureaus and documents say. */
public final class StatisticsViews {

    private StatisticsViews() {}

    /** Incidence by place. */
    @Schema(name = "Incidence")
    public record IncidenceView(Basis basis, List<IncidenceRow> register, List<OfficialFigure> official) {}

    /** @param incidencePercent persons poor of persons recorded; absent when nobody is recorded */
    @Schema(name = "IncidenceRow")
    public record IncidenceRow(
            String division,
            @Nullable String name,
            Headcount poor,
            Headcount recorded,
            @Nullable BigDecimal incidencePercent) {}

    /** Stocks and flows by place. */
    @Schema(name = "RegisterStatistics")
    public record RegisterView(Basis basis, List<RegisterStatisticsRow> rows, List<OfficialFigure> official) {}

    /**
     * Poor are those of status POOR and RETURNED. The stock at the end is that at the beginning with what came in and
     * without what went out.
     *
     * @param poorAtBeginning at the end of the year before
     * @param registered newly found poor in the year, likewise the other flows
     * @param netDecrease exits less returns and roll-backs: what a plan that leaves returners aside does not show
     * @param inflow registered, returned and rolled back
     * @param outflow exited and removed
     * @param otherChange the rest of the difference of the stocks: births, deaths, marriages, moves, late removals
     */
    @Schema(name = "RegisterStatisticsRow")
    public record RegisterStatisticsRow(
            String division,
            @Nullable String name,
            Headcount poorAtBeginning,
            Headcount registered,
            Headcount exited,
            Headcount returned,
            Headcount rolledBack,
            Headcount removed,
            Headcount poorAtEnd,
            Headcount exitedAtEnd,
            Headcount removedAtEnd,
            Headcount netDecrease,
            Headcount inflow,
            Headcount outflow,
            Headcount otherChange) {}

    /** The poor by a kind: cause or ethnic group. */
    @Schema(name = "PoorByKind")
    public record KindView(Basis basis, List<KindRow> rows, List<OfficialFigure> official) {}

    /**
     * @param kind code of the list of causes or of ethnic groups
     * @param householdsPercent of the poor households of the place, likewise personsPercent
     */
    @Schema(name = "PoorByKindRow")
    public record KindRow(
            String division,
            @Nullable String name,
            String kind,
            Headcount poor,
            @Nullable BigDecimal householdsPercent,
            @Nullable BigDecimal personsPercent) {}

    /** How well the register finds the poor. */
    @Schema(name = "TargetingStatistics")
    public record TargetingView(Basis basis, List<TargetingRow> rows, List<OfficialFigure> official) {}

    /**
     * @param poor on the register at the end
     * @param removed found wrongly included in the year
     * @param vetoedOnRegister poor though a veto was confirmed: suspected wrong inclusion
     * @param missed within the line of the year and not vetoed, but never registered
     * @param exited in the year
     * @param rolledBack exits that were found wrong in the year
     * @param wrongInclusionPercent persons removed, of those and the poor
     * @param missedPercent persons missed, of those and the poor
     * @param wrongExitPercent persons rolled back, of those who exited
     */
    @Schema(name = "TargetingRow")
    public record TargetingRow(
            String division,
            @Nullable String name,
            Headcount poor,
            Headcount removed,
            Headcount vetoedOnRegister,
            Headcount missed,
            Headcount exited,
            Headcount rolledBack,
            @Nullable BigDecimal wrongInclusionPercent,
            @Nullable BigDecimal missedPercent,
            @Nullable BigDecimal wrongExitPercent) {}

    /** Multidimensional poverty of the assessed households. */
    @Schema(name = "MultidimensionalPoverty")
    public record MultidimensionalView(
            Basis basis,
            String measure,

            @Schema(description = "How far a source carries dimensions, weights and cutoff.")
            String mark,

            String source,

            @Schema(description = "Weighted deprivations from which on a household is poor.")
            int cutoff,

            int totalWeight,
            List<IndicatorView> indicators,
            List<MultidimensionalRow> rows,

            @Schema(description = "Scorecards that do not ask what the measure needs; their households are left out.")
            List<String> unmeasured) {}

    /** One indicator with its weight and its mark. */
    @Schema(name = "MultidimensionalIndicator")
    public record IndicatorView(
            String code,
            String dimension,
            int weight,
            String nameZh,
            String nameEn,
            List<String> deprived,
            String mark,
            String source) {}

    /** @param headcountRatio H, 0 to 1; likewise intensity A and adjustedHeadcountRatio M0; absent without a base */
    @Schema(name = "MultidimensionalRow")
    public record MultidimensionalRow(
            String division,
            @Nullable String name,
            Headcount assessed,
            Headcount poor,
            @Nullable Double headcountRatio,
            @Nullable Double intensity,
            @Nullable Double adjustedHeadcountRatio,
            List<ContributionView> contributions) {}

    /** @param share of M0, 0 to 1; absent when nobody is poor */
    @Schema(name = "MultidimensionalContribution")
    public record ContributionView(
            String indicator,
            Headcount poorAndDeprived,
            @Nullable Double share) {}
}
