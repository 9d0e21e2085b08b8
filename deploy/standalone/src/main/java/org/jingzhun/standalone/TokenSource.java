package org.jingzhun.standalone;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where bearer tokens come from. */
@FunctionalInterface
public interface TokenSource {

    /** A token that still holds, for the header {@code Authorization: Bearer ...}. */
    String of(Token token);

    /** Signs them with the keys of a standalone suite; each is signed once. */
    static TokenSource signedWith(Keys keys) {
        Map<Token, String> signed = new ConcurrentHashMap<>();
        return token -> signed.computeIfAbsent(
                token, each -> each.sign(keys, Clock.systemUTC().instant()));
    }
}
