package org.jingzhun.chassis.testing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jingzhun.chassis.permission.Permission;
import org.jingzhun.chassis.permission.Permissions;

/** Finds the endpoint that a path is of; one with fewer variables comes first. */
final class Routes {

    static final Pattern VARIABLE = Pattern.compile("\\{\\w+}");
    private static final String SEGMENT = "([^/]+)";

    private final List<Route> routes = Permissions.all().stream()
            .map(line -> new Route(line, paths(line.path())))
            .sorted(Comparator.comparingLong(Route::variables))
            .toList();

    /** An endpoint, and which paths are its. */
    record Route(Permission line, Pattern paths) {

        private long variables() {
            return VARIABLE.matcher(line.path()).results().count();
        }
    }

    /** What fits a template; each variable is a group. */
    static Pattern paths(String template) {
        return Pattern.compile(VARIABLE.matcher(template).replaceAll(Matcher.quoteReplacement(SEGMENT)));
    }

    Optional<Route> find(String method, String path) {
        return routes.stream()
                .filter(route -> route.line().method().equals(method)
                        && route.paths().matcher(path).matches())
                .findFirst();
    }
}
