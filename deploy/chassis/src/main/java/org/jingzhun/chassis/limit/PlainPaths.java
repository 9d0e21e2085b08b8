package org.jingzhun.chassis.limit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problems;

/**
 * Refuses paths that a proxy and a service could read differently: encoded slashes, backslashes, dots and percent signs,
 * control characters, dot segments, empty segments, parameters of segments. No path of the interfaces needs any of them.
 */
@ApplicationScoped
class PlainPaths {

    private static final Pattern DOUBTFUL = Pattern.compile(
            "%(2f|5c|2e|25|3b|[01][0-9a-f]|7f)|%(?![0-9a-f]{2})|[\\\\;\\x00-\\x1f]|//|/\\.{1,2}(/|$)",
            Pattern.CASE_INSENSITIVE);

    private final ObjectMapper json;

    PlainPaths(ObjectMapper json) {
        this.json = json;
    }

    void check(RoutingContext exchange) {
        String uri = exchange.request().uri();
        int query = uri.indexOf('?');
        if (isDoubtful(query < 0 ? uri : uri.substring(0, query))) {
            var unused = Problems.send(Problem.of(400, "path-not-plain"), exchange, json);
        } else {
            exchange.next();
        }
    }

    static boolean isDoubtful(String path) {
        return DOUBTFUL.matcher(path).find();
    }
}
