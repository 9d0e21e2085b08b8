package org.jingzhun.chassis.audit;

import io.vertx.ext.web.RoutingContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.permission.Permission;
import org.jspecify.annotations.Nullable;

/**
 * Why a caller reads or changes something (处理目的): the header {@code Purpose}, at most 200 characters; what is not ASCII is
 * percent-encoded UTF-8. Sensitive data need it, as the permission matrix says; some personal data are shown in part without it.
 *
 * <p>Source: Personal Information Protection Law (个人信息保护法) art. 6, a definite and reasonable purpose; art. 28, sensitive
 * data only for a specific one.
 */
public final class Purpose {

    /** Name of the header. */
    public static final String HEADER = "Purpose";

    /** Some endpoints take it in the query instead. */
    private static final String PARAMETER = "reason";

    private static final int LONGEST = 200;

    private Purpose() {}

    /**
     * Holds a reading of sensitive data to its purpose.
     *
     * @throws org.jingzhun.chassis.http.ProblemException 400 {@code purpose-required}
     */
    static void require(Permission permission, RoutingContext exchange) {
        if (permission.needsPurpose() && of(exchange) == null) {
            throw Problem.of(400, "purpose-required").asException();
        }
    }

    /** {@code null} when none was given. */
    static @Nullable String of(RoutingContext exchange) {
        String sent = exchange.request().getHeader(HEADER);
        String told = sent == null || sent.isBlank()
                ? Objects.requireNonNullElse(exchange.queryParams().get(PARAMETER), "")
                        .strip()
                : decoded(sent).strip();
        if (told.isEmpty()) {
            return null;
        }
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
