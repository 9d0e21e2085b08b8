package org.jingzhun.chassis.audit;

import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The paths of endpoints as the contract writes them. */
final class Endpoints {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\s*(\\w+)\\s*:[^}]*}");
    private static final Pattern SLASHES = Pattern.compile("/{2,}");
    private static final Map<Method, String> KNOWN = new ConcurrentHashMap<>();

    private Endpoints() {}

    static String path(Class<?> resource, Method method) {
        return KNOWN.computeIfAbsent(
                method, each -> joined(resource.getAnnotation(Path.class), each.getAnnotation(Path.class)));
    }

    private static String joined(@Nullable Path resource, @Nullable Path method) {
        String whole = "/" + (resource == null ? "" : resource.value()) + "/" + (method == null ? "" : method.value());
        String single =
                SLASHES.matcher(VARIABLE.matcher(whole).replaceAll("{$1}")).replaceAll("/");
        return single.length() > 1 && single.endsWith("/") ? single.substring(0, single.length() - 1) : single;
    }
}
