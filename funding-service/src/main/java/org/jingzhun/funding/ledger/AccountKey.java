package org.jingzhun.funding.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an account is for: each exists once. Every account names the source of its money and the year of its budget, so
 * that money can be followed by the ledger alone.
 *
 * @param county division code of the county whose books it is in
 * @param division division code of the owner: the county itself, or a place in it
 * @param subject the project, fund, pool or asset that it is about, null where the kind needs none
 */
public record AccountKey(
        AccountKind kind,
        long county,
        long division,
        UUID sourceId,
        int year,
        @Nullable UUID subject) {

    private static final int VERSION_BYTE = 6;
    private static final int VARIANT_BYTE = 8;

    public AccountKey {
        if (!kind.mayBelongTo(division == county)) {
            throw new IllegalArgumentException("Account " + kind + " of " + division
                    + " must belong to a village if it is a VILLAGE account, and to the county if a SOURCE, BUDGET or"
                    + " IN_TRANSIT account");
        }
        if (!kind.mayBeAbout(subject != null)) {
            throw new IllegalArgumentException(
                    "Account " + kind + " (subject " + subject + ") must name its subject exactly if its kind has one");
        }
    }

    public static AccountKey source(long county, UUID sourceId, int year) {
        return new AccountKey(AccountKind.SOURCE, county, county, sourceId, year, null);
    }

    public static AccountKey budget(long county, UUID sourceId, int year) {
        return new AccountKey(AccountKind.BUDGET, county, county, sourceId, year, null);
    }

    public static AccountKey village(long county, long village, UUID sourceId, int year) {
        return new AccountKey(AccountKind.VILLAGE, county, village, sourceId, year, null);
    }

    public static AccountKey project(long county, long division, UUID sourceId, int year, UUID project) {
        return new AccountKey(AccountKind.PROJECT, county, division, sourceId, year, project);
    }

    public static AccountKey inTransit(long county, UUID sourceId, int year) {
        return new AccountKey(AccountKind.IN_TRANSIT, county, county, sourceId, year, null);
    }

    public static AccountKey paid(long county, long division, UUID sourceId, int year) {
        return new AccountKey(AccountKind.PAID, county, division, sourceId, year, null);
    }

    /**
     * The id of a new account: version 8, made of the key by SHA-256. Postings name accounts by it, so that the hash chain
     * over the postings covers the key as well. The database recomputes it ({@code account_id}).
     */
    UUID id() {
        var text = String.join(
                "|",
                kind.name(),
                Long.toString(county),
                Long.toString(division),
                sourceId.toString(),
                Integer.toString(year),
                subject == null ? "" : subject.toString());
        byte[] hash = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        hash[VERSION_BYTE] = (byte) ((hash[VERSION_BYTE] & 0x0f) | 0x80);
        hash[VARIANT_BYTE] = (byte) ((hash[VARIANT_BYTE] & 0x3f) | 0x80);
        return new UUID(ofBytes(hash, 0), ofBytes(hash, Long.BYTES));
    }

    /** The account's sister of another year. */
    AccountKey inYear(int another) {
        return new AccountKey(kind, county, division, sourceId, another, subject);
    }

    /** Where the money of the account is now: of a year that is closed, in the first that is not. */
    AccountKey since(int lastClosed) {
        return kind.carriedOver() && year <= lastClosed ? inYear(lastClosed + 1) : this;
    }

    private static long ofBytes(byte[] bytes, int from) {
        return ByteBuffer.wrap(bytes, from, Long.BYTES).getLong();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
