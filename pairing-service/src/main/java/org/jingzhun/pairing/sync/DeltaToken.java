package org.jingzhun.pairing.sync;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far a phone knows: every transaction of the database before this one had ended and was seen. No clock is in it, so
 * that neither a wrong clock nor a transaction that took long loses a change.
 *
 * @param database its identity: another database, or one restored from a copy elsewhere, counts its own transactions
 * @param transaction the first that may not have been seen
 */
record DeltaToken(long database, long transaction) {

    private static final Pattern FORM = Pattern.compile("(-?\\d{1,19})\\.(\\d{1,18})");

    /** Transactions wear out a row's mark after two billions; a token as old as half of that begins anew. */
    private static final long OLDEST = 1_000_000_000;

    private static final long MARKS = 1L << 32;

    /** @return empty for a text that was never a token */
    static Optional<DeltaToken> parse(@Nullable String text) {
        Matcher form = FORM.matcher(text == null ? "" : text);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DeltaToken(Long.parseLong(form.group(1)), Long.parseLong(form.group(2))));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    /** Whether what changed after it can be told, seen from now. */
    boolean isUsable(DeltaToken now) {
        return database == now.database && transaction <= now.transaction && now.transaction - transaction < OLDEST;
    }

    /** The mark that rows of this transaction carry. */
    String mark() {
        return Long.toString(transaction % MARKS);
    }

    @Override
    public String toString() {
        return database + "." + transaction;
    }
}
