package org.jingzhun.chassis.audit;

import io.vertx.ext.web.RoutingContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Why a caller reads or changes something (处理目的): the header {@code Purpose}, at most 200 characters; what is not ASCII is
 * percent-encoded UTF-8.
 */
public final class Purpose {

    /** Name of the header. */
    public static final String HEADER = "Purpose";

    private static final int LONGEST = 200;

    private Purpose() {}

    /** {@code null} when none was given. */
    static @Nullable String of(RoutingContext exchange) {
        String sent = exchange.request().getHeader(HEADER);
        if (sent == null || sent.isBlank()) {
            return null;
        }
        String told = decoded(sent).strip();
        return told.substring(0, Math.min(told.length(), LONGEST));
    }

    private static String decoded(String sent) {
        try {
            return URLDecoder.decode(sent.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException plain) {
            return sent;
        }
    }
}
