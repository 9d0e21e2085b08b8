package org.jingzhun.chassis.http;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The sort keys of the last row of a slice, opaque to clients. The next slice begins behind them, so a list can be read
 * to its end while rows come and go.
 */
public final class Cursor {

    private static final String SEPARATOR = "\u001f";
    private static final long FIRST_DAY = LocalDate.of(1, 1, 1).toEpochDay();
    private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();

    private final List<String> keys;

    private Cursor(List<String> keys) {
        this.keys = keys;
    }

    public static Cursor of(Object... keys) {
        return new Cursor(Arrays.stream(keys).map(String::valueOf).toList());
    }

    /**
     * @param text what {@link #toString()} gave
     * @param size how many keys the list sorts by
     * @throws ProblemException 400 {@code bad-cursor}
     */
    public static @Nullable Cursor parse(@Nullable String text, int size) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            String decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<String> keys = List.of(decoded.split(SEPARATOR, -1));
            if (keys.size() == size) {
                return new Cursor(keys);
            }
        } catch (IllegalArgumentException notBase64) {
            throw Problem.of(400, "bad-cursor").asException();
        }
        throw Problem.of(400, "bad-cursor").asException();
    }

    public String text(int key) {
        return keys.get(key);
    }

    /** @throws ProblemException 400 {@code bad-cursor} */
    public long number(int key) {
        try {
            return Long.parseLong(keys.get(key));
        } catch (NumberFormatException foreign) {
            throw Problem.of(400, "bad-cursor").asException();
        }
    }

    /**
     * A number of 32 bits, as the column that the list is in the order of.
     *
     * @throws ProblemException 400 {@code bad-cursor}
     */
    public int smallNumber(int key) {
        long number = number(key);
        if (number != (int) number) {
            throw Problem.of(400, "bad-cursor").asException();
        }
        return (int) number;
    }

    /**
     * A day that was kept as its number since 1970-01-01, of the years 1 to 9999.
     *
     * @throws ProblemException 400 {@code bad-cursor}
     */
    public LocalDate day(int key) {
        long day = number(key);
        if (day < FIRST_DAY || day > LAST_DAY) {
            throw Problem.of(400, "bad-cursor").asException();
        }
        return LocalDate.ofEpochDay(day);
    }

    /** @throws ProblemException 400 {@code bad-cursor} */
    public UUID id(int key) {
        try {
            return UUID.fromString(keys.get(key));
        } catch (IllegalArgumentException foreign) {
            throw Problem.of(400, "bad-cursor").asException();
        }
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, keys).getBytes(StandardCharsets.UTF_8));
    }
}
