package org.jingzhun.funding.allocation.selection;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import org.jingzhun.funding.allocation.selection.SelectionResult.Refuser;
import org.jingzhun.funding.ledger.money.Money;

/** Tells which limits a choice of proposals breaks; knows no solver. */
final class Rules {

    private Rules() {}

    /** The limits that these proposals together break; empty if the choice is allowed. Must-funds need no score. */
    static List<Refuser> broken(List<Proposal> chosen, Limits limits) {
        List<Refuser> broken = new ArrayList<>();
        if (chosen.stream().anyMatch(p -> !p.mustFund() && p.score() < limits.minimumScore())) {
            broken.add(Refuser.MINIMUM_SCORE);
        }
        var groups = new HashSet<String>();
        if (chosen.stream().anyMatch(p -> p.group() != null && !groups.add(p.group()))) {
            broken.add(Refuser.EXCLUSIVE_GROUP);
        }
        if (limits.places().stream().anyMatch(place -> above(chosen, place::covers, place.most()))) {
            broken.add(Refuser.PLACE_CAP);
        }
        if (limits.kinds().entrySet().stream()
                .anyMatch(kind -> above(chosen, p -> p.kind().equals(kind.getKey()), kind.getValue()))) {
            broken.add(Refuser.KIND_CAP);
        }
        if (above(chosen, p -> true, limits.budget())) {
            broken.add(Refuser.BUDGET);
        }
        return broken;
    }

    private static boolean above(List<Proposal> chosen, Predicate<Proposal> which, Money most) {
        var sum = BigInteger.ZERO;
        for (var proposal : chosen) {
            if (which.test(proposal)) {
                sum = sum.add(BigInteger.valueOf(proposal.cost().fen()));
            }
        }
        return sum.compareTo(BigInteger.valueOf(most.fen())) > 0;
    }
}
