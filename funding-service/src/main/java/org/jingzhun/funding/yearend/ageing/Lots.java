package org.jingzhun.funding.yearend.ageing;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jingzhun.funding.ledger.money.Money;

/** Money by the years it is from; the oldest goes first. */
final class Lots {

    private final NavigableMap<Integer, Long> fen = new TreeMap<>();

    void add(int origin, long amount) {
        if (amount > 0) {
            fen.merge(origin, amount, Math::addExact);
        }
    }

    /**
     * Moves an amount, the oldest money first.
     *
     * @return what is missing
     */
    long moveTo(Lots other, long amount) {
        long rest = amount;
        while (rest > 0 && !fen.isEmpty()) {
            var oldest = fen.firstEntry();
            long taken = Math.min(rest, oldest.getValue());
            other.add(oldest.getKey(), taken);
            if (taken == oldest.getValue()) {
                fen.pollFirstEntry();
            } else {
                fen.put(oldest.getKey(), oldest.getValue() - taken);
            }
            rest -= taken;
        }
        return rest;
    }

    /** The oldest first. */
    List<Lot> list() {
        List<Lot> lots = new ArrayList<>();
        fen.forEach((origin, amount) -> lots.add(new Lot(origin, Money.ofFen(amount))));
        return lots;
    }
}
