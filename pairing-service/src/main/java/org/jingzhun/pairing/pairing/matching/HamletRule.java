package org.jingzhun.pairing.pairing.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The rule that the households of one helper lie in one hamlet, or in hamlets that are adjacent to each other (一个屯或相邻屯).
 *
 * @param neighbours the hamlets that each adjoins; who names the other does not matter
 */
public record HamletRule(Map<Hamlet, Set<Hamlet>> neighbours) {

    public HamletRule {
        Map<Hamlet, Set<Hamlet>> both = new TreeMap<>();
        neighbours.forEach((one, others) -> others.forEach(other -> {
            if (!one.equals(other)) {
                both.computeIfAbsent(one, _ -> new TreeSet<>()).add(other);
                both.computeIfAbsent(other, _ -> new TreeSet<>()).add(one);
            }
        }));
        neighbours = both;
    }

    boolean areAdjacent(Hamlet one, Hamlet other) {
        return one.equals(other) || neighbours.getOrDefault(one, Set.of()).contains(other);
    }

    /** Whether one helper may have households in all of these. */
    public boolean allows(Collection<Hamlet> hamlets) {
        List<Hamlet> distinct = hamlets.stream().distinct().toList();
        for (int i = 0; i < distinct.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (!areAdjacent(distinct.get(i), distinct.get(j))) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * The largest sets of hamlets of which all adjoin each other (Bron and Kerbosch 1973): whatever one helper may have lies
     * in one of them.
     *
     * @param present hamlets in which households live
     */
    List<Set<Hamlet>> groups(Collection<Hamlet> present) {
        List<Set<Hamlet>> groups = new ArrayList<>();
        for (Set<Hamlet> part : connected(present)) {
            extend(new TreeSet<>(), new TreeSet<>(part), new TreeSet<>(), groups);
        }
        return groups;
    }

    private void extend(
            TreeSet<Hamlet> group, TreeSet<Hamlet> candidates, TreeSet<Hamlet> done, List<Set<Hamlet>> groups) {
        if (candidates.isEmpty() && done.isEmpty()) {
            groups.add(new TreeSet<>(group));
            return;
        }
        Hamlet pivot = candidates.isEmpty() ? done.first() : candidates.first();
        for (Hamlet hamlet : List.copyOf(candidates)) {
            if (hamlet.equals(pivot) || !areAdjacent(hamlet, pivot)) {
                TreeSet<Hamlet> larger = new TreeSet<>(group);
                larger.add(hamlet);
                extend(larger, adjacentTo(hamlet, candidates), adjacentTo(hamlet, done), groups);
                candidates.remove(hamlet);
                done.add(hamlet);
            }
        }
    }

    private TreeSet<Hamlet> adjacentTo(Hamlet hamlet, Set<Hamlet> others) {
        TreeSet<Hamlet> adjacent = new TreeSet<>(others);
        adjacent.removeIf(other -> other.equals(hamlet) || !areAdjacent(hamlet, other));
        return adjacent;
    }

    /** Hamlets from which one gets to each other by steps to adjacent ones. */
    List<Set<Hamlet>> connected(Collection<Hamlet> present) {
        TreeSet<Hamlet> left = new TreeSet<>(present);
        List<Set<Hamlet>> parts = new ArrayList<>();
        while (!left.isEmpty()) {
            Set<Hamlet> part = new TreeSet<>();
            List<Hamlet> open = new ArrayList<>(List.of(left.removeFirst()));
            while (!open.isEmpty()) {
                Hamlet hamlet = open.removeLast();
                part.add(hamlet);
                neighbours.getOrDefault(hamlet, Set.of()).forEach(next -> {
                    if (left.remove(next)) {
                        open.add(next);
                    }
                });
            }
            parts.add(part);
        }
        return parts;
    }
}
