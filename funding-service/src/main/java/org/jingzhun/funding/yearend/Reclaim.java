package org.jingzhun.funding.yearend;

import java.util.List;
import java.util.UUID;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Idle money that a county takes back (收回存量资金).
 *
 * @param sourceId source of reclaimed money into whose budget of the year it goes
 * @param document by which it is taken back
 * @param entry that booked it, null before
 * @param lines by account and age; they add up to the amount
 */
public record Reclaim(
        UUID id,
        long county,
        UUID sourceId,
        int year,
        String document,
        Money amount,
        ReclaimStage stage,
        @Nullable UUID entry,
        List<Line> lines,
        long revision) {

    public Reclaim {
        lines = List.copyOf(lines);
    }

    /**
     * What one account gives back of one year's money.
     *
     * @param origin year for which its source gave it
     * @param band class of its age, a code of the list {@code idle-band}
     */
    public record Line(UUID account, int origin, String band, Money amount) {}
}
