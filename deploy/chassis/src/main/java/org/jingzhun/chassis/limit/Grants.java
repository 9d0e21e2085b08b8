package org.jingzhun.chassis.limit;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.json.JsonString;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * What another system was granted by name: the claim {@value #CLAIM} of its token, a list like {@code GET /v1/register}
 * and {@code POST /v1/imports?kind=households}, each with what lies below the path. A token without the claim may do
 * whatever its roles may; the claim only ever takes away.
 */
final class Grants {

    private static final String CLAIM = "grants";
    private static final String KIND = "?kind=";

    private Grants() {}

    static boolean allow(JsonWebToken token, RoutingContext exchange) {
        Object grants = token.getClaim(CLAIM);
        if (grants == null) {
            return true;
        }
        HttpServerRequest request = exchange.request();
        if (grants instanceof Iterable<?> each) {
            for (Object grant : each) {
                String text = grant instanceof JsonString string ? string.getString() : String.valueOf(grant);
                if (covers(text, request.method().name(), exchange.normalizedPath(), request.getParam("kind"))) {
                    return true;
                }
            }
        }
        return false;
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
