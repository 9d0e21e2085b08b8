package org.jingzhun.chassis.limit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.caller.Granted;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the requests of each caller: of a valid token by its subject, of everybody else by address. A token that is not
 * valid counts as none, so that guessing tokens is bounded too, and colleagues behind one address are not shut out by it; it
 * is then refused here, also where none is needed, for whoever sends one believes to be known. Where the caller is known,
 * what it was granted is looked at too.
 */
@ApplicationScoped
class RequestRate {

    private final Allowances subjects;
    private final Allowances addresses;
    private final ObjectMapper json;

    RequestRate(LimitSettings settings, ObjectMapper json) {
        this.subjects = new Allowances(settings.requestsPerSecond(), settings.requestsAtOnce(), System::nanoTime);
        this.addresses = new Allowances(settings.anonymousPerSecond(), settings.anonymousAtOnce(), System::nanoTime);
        this.json = json;
    }

    void check(RoutingContext exchange) {
        if (isMonitoring(exchange.request().uri())) {
            exchange.next();
            return;
        }
        // what is still to come of the body waits for its reader
        exchange.request().pause();
        // who has no valid token is answered later and as all problems are, not by the handler of failures
        @Nullable Object ofFailures = exchange.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        QuarkusHttpUser.getSecurityIdentity(exchange, null)
                .subscribe()
                .with(
                        identity -> goOn(exchange, known(identity), true, ofFailures),
                        invalid -> goOn(exchange, null, false, ofFailures));
    }

    private void goOn(
            RoutingContext exchange, @Nullable SecurityIdentity caller, boolean valid, @Nullable Object ofFailures) {
        HttpServerRequest request = exchange.request();
        exchange.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, ofFailures);
        request.resume();
        Allowances allowances = caller == null ? addresses : subjects;
        long taken = allowances.take(caller == null ? address(request) : subject(caller));
        tell(exchange.response(), allowances, taken);
        if (!allowances.allows(taken)) {
            long wait = allowances.secondsToNext(taken);
            exchange.response().putHeader("Retry-After", Long.toString(wait));
            refuse(exchange, Problem.of(429, "too-many-requests", wait));
        } else if (!valid) {
            exchange.response().putHeader("WWW-Authenticate", "Bearer");
            refuse(exchange, Problem.of(401, "token-required"));
        } else if (caller != null && !Grants.allow(Granted.to(caller), exchange)) {
            refuse(exchange, Problem.of(403, "not-granted", request.method(), exchange.normalizedPath()));
        } else {
            exchange.next();
        }
    }

    private static @Nullable SecurityIdentity known(@Nullable SecurityIdentity identity) {
        return identity == null || identity.isAnonymous() ? null : identity;
    }

    /** The cluster asks often, and without a token. */
    private static boolean isMonitoring(String uri) {
        return uri.startsWith("/q/health") || uri.startsWith("/q/metrics");
    }

    private static String subject(SecurityIdentity caller) {
        Caller known = CurrentCaller.of(caller);
        return known.equals(Caller.NOBODY) ? caller.getPrincipal().getName() : known.subject();
    }

    private static String address(HttpServerRequest request) {
        var address = request.remoteAddress();
        String host = address == null ? null : address.hostAddress();
        return host == null ? "unknown" : Allowances.site(host);
    }

    private static void tell(HttpServerResponse response, Allowances allowances, long taken) {
        response.putHeader("RateLimit-Limit", Long.toString(allowances.atOnce()))
                .putHeader("RateLimit-Remaining", Long.toString(allowances.left(taken)))
                .putHeader("RateLimit-Reset", Long.toString(allowances.secondsToAll(taken)));
    }

    private void refuse(RoutingContext exchange, Problem problem) {
        var unused = Problems.send(problem, exchange, json);
    }
}
