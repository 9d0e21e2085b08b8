package org.jingzhun.identification.form.proposal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Proposes answers: from the members what follows from them, else from an earlier visit, else from the neighbours. */
public final class Proposing {

    private Proposing() {}

    /** One proposal for each category, in their order. */
    public static List<Proposal> propose(List<String> categories, FormRules rules, Known known) {
        return categories.stream()
                .map(category -> propose(category, rules, known))
                .toList();
    }

    private static Proposal propose(String category, FormRules rules, Known known) {
        Proposal proposal = fromMembers(category, rules, known.family());
        if (proposal == null) {
            proposal = fromEarlier(category, known.earlier());
        }
        if (proposal == null) {
            proposal = fromHamlet(category, rules, known.neighbours());
        }
        return proposal == null ? Proposal.nothing(category) : proposal;
    }

    private static @Nullable Proposal fromMembers(String category, FormRules rules, List<Person> family) {
        if (family.isEmpty()) {
            return null;
        }
        for (Rule rule : rules.members()) {
            double value = rule.measure().of(family);
            if (rule.category().equals(category) && rule.fits(value)) {
                return new Proposal(
                        category,
                        List.of(rule.item()),
                        Proposal.Basis.MEMBERS,
                        null,
                        rule.measure(),
                        Double.isFinite(value) ? value : null);
            }
        }
        return null;
    }

    private static @Nullable Proposal fromEarlier(String category, Known.@Nullable Earlier earlier) {
        List<String> items = earlier == null ? List.of() : earlier.answers().getOrDefault(category, List.of());
        return items.isEmpty()
                ? null
                : new Proposal(
                        category,
                        items,
                        Proposal.Basis.EARLIER_VISIT,
                        Objects.requireNonNull(earlier).visitedOn(),
                        null,
                        null);
    }

    private static @Nullable Proposal fromHamlet(
            String category, FormRules rules, List<Map<String, List<String>>> neighbours) {
        if (!rules.ofPlaces().contains(category) || neighbours.size() < rules.neighboursAtLeast()) {
            return null;
        }
        Map<List<String>, Long> counts = neighbours.stream()
                .map(answers -> answers.getOrDefault(category, List.of()))
                .filter(items -> !items.isEmpty())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.<List<String>, Long>comparingByValue()
                        .thenComparing(entry -> entry.getKey().getFirst(), Comparator.reverseOrder()))
                .map(entry -> new Proposal(
                        category,
                        entry.getKey(),
                        Proposal.Basis.HAMLET,
                        null,
                        null,
                        (double) entry.getValue() / neighbours.size()))
                .filter(proposal -> Objects.requireNonNull(proposal.value()) >= rules.shareAtLeast())
                .orElse(null);
    }
}
