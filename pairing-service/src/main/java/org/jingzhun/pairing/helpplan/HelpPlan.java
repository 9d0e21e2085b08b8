package org.jingzhun.pairing.helpplan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jingzhun.pairing.access.Divisions;
import org.jingzhun.pairing.published.Announcement;
import org.jingzhun.pairing.published.HelpPlanChanged;
import org.jspecify.annotations.Nullable;

/**
 * A help plan (帮扶计划).
 *
 * @param villageCode 12 digits
 * @param hamlet of a hamlet's plan
 * @param householdId of a household's plan
 * @param catalogue version of the pathways by which its measures are named
 * @param measures in their order
 */
public record HelpPlan(
        UUID id,
        Kind kind,
        long villageCode,
        @Nullable String hamlet,
        @Nullable UUID householdId,
        int firstYear,
        int finalYear,
        String catalogue,
        PlanState state,
        List<Measure> measures,
        long revision) {

    public HelpPlan {
        measures = List.copyOf(measures);
    }

    /** For whom. */
    public enum Kind {
        /** One prescription a household (一户一方). */
        HOUSEHOLD,
        /** One plan a hamlet (一屯一计). */
        HAMLET,
        /** One policy a village (一村一策). */
        VILLAGE
    }

    /**
     * A measure (帮扶措施) with what came of it.
     *
     * @param id the client's
     * @param pathway code of the catalogue (七个一批)
     * @param action code of the catalogue (十大行动); null when none
     * @param responsible office or post, never a person's id number
     * @param amountFen what it costs, in fen
     * @param targetFen income a year that it is to bring, in fen; 0 when it brings none
     * @param reachedFen income a year that it brought when last looked at, in fen
     * @param done whether it was carried out when last looked at
     * @param seenOn when it was last looked at
     */
    public record Measure(
            UUID id,
            String pathway,
            @Nullable String action,
            String title,
            String responsible,
            long amountFen,
            long targetFen,
            LocalDate dueOn,
            long reachedFen,
            boolean done,
            @Nullable LocalDate seenOn) {}

    HelpPlan with(List<Measure> others) {
        return new HelpPlan(
                id, kind, villageCode, hamlet, householdId, firstYear, finalYear, catalogue, state, others, revision);
    }

    /** Income brought of income planned, in whole percent, rounded down; null when none is planned. */
    public @Nullable Integer percentReached() {
        long target = measures.stream().mapToLong(Measure::targetFen).sum();
        long reached = measures.stream().mapToLong(Measure::reachedFen).sum();
        return target == 0 ? null : (int) Math.min(Integer.MAX_VALUE, reached * 100 / target);
    }

    /** Without titles and names, which may speak of persons. */
    HelpPlanChanged told(Announcement.Type type) {
        return new HelpPlanChanged(
                type,
                id,
                kind.name(),
                Divisions.text(villageCode),
                householdId,
                firstYear,
                finalYear,
                catalogue,
                state.name(),
                measures.stream()
                        .map(measure -> new HelpPlanChanged.Measure(
                                measure.id(),
                                measure.pathway(),
                                measure.action(),
                                yuan(measure.amountFen()),
                                yuan(measure.targetFen()),
                                measure.dueOn()))
                        .toList(),
                revision);
    }

    static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
