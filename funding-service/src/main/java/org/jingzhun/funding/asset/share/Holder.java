package org.jingzhun.funding.asset.share;

import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who holds shares: a household, or the collective of a village (村集体) where the household is null.
 *
 * @param village division code of 12 digits
 */
public record Holder(long village, @Nullable UUID householdId) implements Comparable<Holder> {

    private static final Comparator<Holder> ORDER = Comparator.comparingLong(Holder::village)
            .thenComparing(Holder::householdId, Comparator.nullsFirst(Comparator.<UUID>naturalOrder()));

    public static Holder collective(long village) {
        return new Holder(village, null);
    }

    public boolean isCollective() {
        return householdId == null;
    }

    /** By village; its collective comes first, then households by id. */
    @Override
    public int compareTo(Holder other) {
        return ORDER.compare(this, other);
    }
}
