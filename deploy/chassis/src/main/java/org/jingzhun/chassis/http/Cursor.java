package org.jingzhun.chassis.http;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
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
     * A day that was kept as its number since 1970-01-01.
     *
     * @throws ProblemException 400 {@code bad-cursor}
     */
    public LocalDate day(int key) {
        try {
            return LocalDate.ofEpochDay(number(key));
        } catch (DateTimeException foreign) {
            throw Problem.of(400, "bad-cursor").asException();
        }
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
