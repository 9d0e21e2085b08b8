package org.jingzhun.chassis.limit;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Tells browsers and proxies to be careful with every answer: to keep none of the interface's, to guess no type, to load
 * and to run nothing, to be shown in no frame, and to come by TLS only once it came by TLS.
 */
@ApplicationScoped
class SafeHeaders {

    private static final String OWN = "/q/";
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
    /** Swagger UI writes scripts and styles into its page. */
    private static final String OWN_PAGES = "default-src 'self'; script-src 'self' 'unsafe-inline';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

    private static final String TWO_YEARS = "max-age=63072000; includeSubDomains";

    void add(RoutingContext exchange) {
        boolean isOfInterface = isOfInterface(exchange);
        MultiMap headers = exchange.response()
                .headers()
                .set("X-Content-Type-Options", "nosniff")
                .set("X-Frame-Options", "DENY")
                .set("Referrer-Policy", "no-referrer")
                .set("Cross-Origin-Resource-Policy", "same-origin")
                .set("Content-Security-Policy", isOfInterface ? NOTHING : OWN_PAGES);
        if (isOfInterface) {
            headers.set("Cache-Control", "no-store");
        }
        if (exchange.request().isSSL()) {
            headers.set("Strict-Transport-Security", TWO_YEARS);
        }
        exchange.next();
    }

    /** All but Quarkus's own pages, however the path is written: what is doubtful is guarded. */
    static boolean isOfInterface(RoutingContext exchange) {
        return !exchange.request().uri().startsWith(OWN);
    }
}
