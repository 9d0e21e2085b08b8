package org.jingzhun.funding.allocation.selection;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jingzhun.funding.ledger.money.Money;

/**
 * What a selection must keep.
 *
 * @param budget the most in all
 * @param minimumScore hundredths of a point that a proposal needs
 * @param places the most for areas of divisions
 * @param kinds the most for kinds of proposals
 */
public record Limits(Money budget, int minimumScore, List<PlaceCap> places, SortedMap<String, Money> kinds) {

    public Limits {
        budget.requirePositive("Budget");
        places = List.copyOf(places);
        kinds = new TreeMap<>(kinds);
    }

    /** The most for all proposals of a range of division codes, both ends included. */
    public record PlaceCap(long from, long to, Money most) {

        boolean covers(Proposal proposal) {
            return from <= proposal.division() && proposal.division() <= to;
        }
    }
}
