package org.jingzhun.chassis.limit;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What every request passes before a resource sees it, in this order. */
@ApplicationScoped
class FrontDoor {

    private static final int FIRST = 1000;

    private final SafeHeaders headers;
    private final ClientCertificates certificates;
    private final PlainPaths paths;
    private final RequestRate rate;

    FrontDoor(SafeHeaders headers, ClientCertificates certificates, PlainPaths paths, RequestRate rate) {
        this.headers = headers;
        this.certificates = certificates;
        this.paths = paths;
        this.rate = rate;
    }

    void open(@Observes Filters filters) {
        filters.register(headers::add, FIRST);
        filters.register(certificates::check, FIRST - 1);
        filters.register(paths::check, FIRST - 2);
        // once it is known how to find out who asks
        filters.register(rate::check, SecurityHandlerPriorities.AUTHORIZATION - 1);
    }
}
