package org.jingzhun.funding.riskpool;

import java.util.Comparator;
import java.util.UUID;

/** One of a pool's accounts: money of one source and year. */
public record PoolAccount(UUID source, int year) implements Comparable<PoolAccount> {

    private static final Comparator<PoolAccount> ORDER = Comparator.comparingInt(PoolAccount::year)
            .thenComparing(account -> account.source().toString());

    @Override
    public int compareTo(PoolAccount other) {
        return ORDER.compare(this, other);
    }
}
