package org.jingzhun.chassis.http;

import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The trace id of an exchange: the one of the client's {@code traceparent} header, or a new one. */
public final class Traces {

    private static final String KEY = "jingzhun.trace";
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private Traces() {}

    public static String of(RoutingContext exchange) {
        @Nullable String known = exchange.get(KEY);
        if (known != null) {
            return known;
        }
        String id = sent(exchange.request().getHeader("traceparent"));
        exchange.put(KEY, id);
        return id;
    }

    private static String sent(@Nullable String traceparent) {
        var chance = ThreadLocalRandom.current();
        Matcher matcher = traceparent == null ? null : TRACEPARENT.matcher(traceparent);
        return matcher != null && matcher.matches()
                ? matcher.group(1)
                : HexFormat.of().toHexDigits(chance.nextLong()) + HexFormat.of().toHexDigits(chance.nextLong());
    }
}
