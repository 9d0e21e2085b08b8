package org.jingzhun.funding.ledger;

import java.util.UUID;

/**
 * What an account is for: each exists once.
 *
 * @param county division code of the county whose books it is in
 * @param division division code of the owner: the county itself, or a village of it
 */
public record AccountKey(AccountKind kind, long county, long division, UUID sourceId, int year) {

    public AccountKey {
        if ((kind == AccountKind.VILLAGE) == (division == county)) {
            throw new IllegalArgumentException("Account " + kind + " of " + division
                    + " must belong to a village exactly if it is a VILLAGE account");
        }
    }

    public static AccountKey source(long county, UUID sourceId, int year) {
        return new AccountKey(AccountKind.SOURCE, county, county, sourceId, year);
    }

    public static AccountKey budget(long county, UUID sourceId, int year) {
        return new AccountKey(AccountKind.BUDGET, county, county, sourceId, year);
    }

    public static AccountKey village(long county, long village, UUID sourceId, int year) {
        return new AccountKey(AccountKind.VILLAGE, county, village, sourceId, year);
    }
}
