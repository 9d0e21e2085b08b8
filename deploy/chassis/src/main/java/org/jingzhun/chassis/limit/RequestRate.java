package org.jingzhun.chassis.limit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Principal;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the requests of each caller: of a valid token by its subject, of everybody else by address. A token that is not
 * valid counts as none, so that guessing tokens is bounded too, and colleagues behind one address are not shut out by it.
 * Where the caller is known, what it was granted is looked at too.
 */
@ApplicationScoped
class RequestRate {

    private final Allowances subjects;
    private final Allowances addresses;
    private final ObjectMapper json;

    RequestRate(LimitSettings settings, ObjectMapper json) {
        this.subjects = new Allowances(settings.requestsPerSecond(), settings.requestsAtOnce());
        this.addresses = new Allowances(settings.anonymousPerSecond(), settings.anonymousAtOnce());
        this.json = json;
    }

    void check(RoutingContext exchange) {
        if (!SafeHeaders.isOfInterface(exchange)) {
            exchange.next();
            return;
        }
        // what is still to come of the body waits for its reader
        exchange.request().pause();
        // who has no valid token is answered later and as all problems are, not by the handler of failures
        @Nullable Object ofFailures = exchange.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        QuarkusHttpUser.getSecurityIdentity(exchange, null)
                .subscribe()
                .with(identity -> goOn(exchange, identity, ofFailures), invalid -> goOn(exchange, null, ofFailures));
    }

    private void goOn(RoutingContext exchange, @Nullable SecurityIdentity identity, @Nullable Object ofFailures) {
        HttpServerRequest request = exchange.request();
        exchange.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, ofFailures);
        request.resume();
        @Nullable Principal caller = identity == null || identity.isAnonymous() ? null : identity.getPrincipal();
        Allowances.Answer answer =
                caller == null ? addresses.take(address(request)) : subjects.take(subject(caller));
        tell(exchange.response(), answer);
        if (!answer.allowed()) {
            exchange.response().putHeader("Retry-After", Long.toString(answer.secondsToNext()));
            refuse(exchange, Problem.of(429, "too-many-requests", answer.secondsToNext()));
        } else if (caller instanceof JsonWebToken token && !Grants.allow(token, request)) {
            refuse(exchange, Problem.of(403, "not-granted", request.method(), request.path()));
        } else {
            exchange.next();
        }
    }

    private static String subject(Principal caller) {
        return caller instanceof JsonWebToken token && token.getSubject() != null
                ? token.getSubject()
                : caller.getName();
    }

    private static String address(HttpServerRequest request) {
        var address = request.remoteAddress();
        String host = address == null ? null : address.hostAddress();
        return host == null ? "unknown" : Allowances.site(host);
    }

    private static void tell(HttpServerResponse response, Allowances.Answer answer) {
        response.putHeader("RateLimit-Limit", Long.toString(answer.atOnce()));
        response.putHeader("RateLimit-Remaining", Long.toString(answer.left()));
        response.putHeader("RateLimit-Reset", Long.toString(answer.secondsToAll()));
    }

    private void refuse(RoutingContext exchange, Problem problem) {
        var unused = Problems.send(problem, exchange, json);
    }
}
