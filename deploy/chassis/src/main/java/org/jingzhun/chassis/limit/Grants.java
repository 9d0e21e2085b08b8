package org.jingzhun.chassis.limit;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What another system was granted by name ({@link org.jingzhun.chassis.caller.Granted}): {@code GET /v1/register} and {@code POST
 * /v1/imports?kind=households}, each with what lies below the path. A token without grants may do whatever its roles may;
 * grants only ever take away.
 */
final class Grants {

    private static final String KIND = "?kind=";

    private Grants() {}

    /** @param grants of the caller, null for all */
    static boolean allow(@Nullable List<String> grants, RoutingContext exchange) {
        if (grants == null) {
            return true;
        }
        HttpServerRequest request = exchange.request();
        return grants.stream()
                .anyMatch(grant ->
                        covers(grant, request.method().name(), exchange.normalizedPath(), request.getParam("kind")));
    }

    /** @param kind of an import, or {@code null} */
    static boolean covers(String grant, String method, String path, @Nullable String kind) {
        int blank = grant.indexOf(' ');
        if (blank < 0 || !grant.substring(0, blank).equals(method)) {
            return false;
        }
        String target = grant.substring(blank + 1);
        int query = target.indexOf(KIND);
        String granted = query < 0 ? target : target.substring(0, query);
        return (path.equals(granted) || path.startsWith(granted + "/"))
                && (query < 0 || target.substring(query + KIND.length()).equals(kind));
    }
}
