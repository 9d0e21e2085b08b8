package org.jingzhun.identification.statistics;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.identification.division.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * How far a division has come in a year against its target.
 *
 * @param division its lowest code
 * @param target null when none is set
 * @param assignedBelow persons of the targets that are set next below it
 * @param exited gross exits of the year
 * @param returned who fell back
 * @param rolledBack whose exit was found wrong
 * @param exitedVillages poor villages that left in the year
 */
public record Progress(
        long division,
        @Nullable Target target,
        long assignedBelow,
        Headcount exited,
        Headcount returned,
        Headcount rolledBack,
        long exitedVillages) {

    /** Exits less returns and roll-backs. */
    public Headcount net() {
        return exited.minus(returned).minus(rolledBack);
    }

    /**
     * One for the division itself and one for each target below it, by division.
     *
     * @param targets within the division
     * @param villages the movements of each village of the division
     * @param left codes of the villages that left in the year
     */
    static List<Progress> of(
            Area division, List<Target> targets, List<Reporting.Movement> villages, Collection<Long> left) {
        TreeMap<Long, Reporting.Movement> byVillage = new TreeMap<>();
        villages.forEach(village -> byVillage.put(village.place(), village));
        TreeMap<Long, @Nullable Target> byDivision = new TreeMap<>();
        byDivision.put(division.from(), null);
        targets.forEach(target -> byDivision.put(target.division(), target));
        Map<Long, Long> assigned = assignedBelow(targets);
        NavigableSet<Long> leftVillages = new TreeSet<>(left);
        List<Progress> rows = new ArrayList<>();
        byDivision.forEach((code, target) -> rows.add(progress(
                code,
                target,
                assigned.getOrDefault(code, 0L),
                byVillage,
                leftVillages,
                code == division.from() ? division : areaOf(code))));
        return rows;
    }

    private static Progress progress(
            long code,
            @Nullable Target target,
            long assigned,
            TreeMap<Long, Reporting.Movement> villages,
            NavigableSet<Long> left,
            Area area) {
        Headcount exited = Headcount.NONE;
        Headcount returned = Headcount.NONE;
        Headcount rolledBack = Headcount.NONE;
        for (Reporting.Movement village :
                villages.subMap(area.from(), true, area.to(), true).values()) {
            exited = exited.plus(village.exited());
            returned = returned.plus(village.returned());
            rolledBack = rolledBack.plus(village.rolledBack());
        }
        int exitedVillages = left.subSet(area.from(), true, area.to(), true).size();
        return new Progress(code, target, assigned, exited, returned, rolledBack, exitedVillages);
    }

    /** By division the persons of those targets that no other target lies between. */
    private static Map<Long, Long> assignedBelow(List<Target> targets) {
        Map<Long, Long> assigned = new HashMap<>();
        Deque<Long> above = new ArrayDeque<>();
        for (Target target : targets) {
            while (!above.isEmpty() && !areaOf(above.peek()).covers(target.division())) {
                above.pop();
            }
            Long next = above.peek();
            if (next != null) {
                assigned.merge(next, (long) target.exitPersons(), Long::sum);
            }
            above.push(target.division());
        }
        return assigned;
    }

    private static Area areaOf(long code) {
        return Area.ofPrefix(DivisionCode.text(code));
    }
}
