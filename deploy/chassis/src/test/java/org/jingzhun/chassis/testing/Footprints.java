package org.jingzhun.chassis.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import org.jingzhun.chassis.permission.Permission;
import org.jspecify.annotations.Nullable;

/**
 * What the people of a county do over HTTP while its things are made: each call gets a trace of its own, by which its audit
 * record is found; the ids in paths and answers tell which things there are; and each call that succeeded can be tried
 * again by somebody who must not.
 */
final class Footprints implements Filter {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Routes routes = new Routes();
    private final Map<String, String> traces = new TreeMap<>();
    private final Map<String, Sent> sent = new TreeMap<>();
    private final Map<String, String> ids = new TreeMap<>();
    private final Set<String> numbers = new TreeSet<>();
    private final Set<String> health = new TreeSet<>();

    /**
     * A call that succeeded.
     *
     * @param target path and query
     */
    record Sent(Permission line, String target, Samples.@Nullable Body body) {}

    /** Follows every call of REST Assured from now on. */
    static Footprints followed(Runnable walk) {
        Footprints footprints = new Footprints();
        List<Filter> before = RestAssured.filters();
        RestAssured.filters(footprints);
        try {
            walk.run();
        } finally {
            RestAssured.replaceFiltersWith(before);
        }
        return footprints;
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification wanted, FilterContext exchange) {
        String trace = UUID.randomUUID().toString().replace("-", "");
        request.header("traceparent", "00-" + trace + "-0000000000000001-01");
        if (!request.getHeaders().hasHeaderWithName("Purpose")) {
            request.header("Purpose", Calls.PURPOSE);
        }
        Response answer = exchange.next(request, wanted);
        URI uri = URI.create(request.getURI());
        routes.find(request.getMethod(), uri.getRawPath()).ifPresent(route -> {
            if (answer.statusCode() >= 200 && answer.statusCode() < 300) {
                keep(route, request, uri, trace);
                learn(route, uri.getRawPath(), answer);
            }
        });
        return answer;
    }

    private synchronized void keep(Routes.Route route, FilterableRequestSpecification request, URI uri, String trace) {
        Permission line = route.line();
        if (line.isAudited() && !line.needsNoToken()) {
            traces.put(trace, line.endpoint());
        }
        String text = Recording.text(request.getBody());
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        if (text != null) {
            numbers.addAll(WholeNumbers.in(text));
            health.addAll(WholeNumbers.healthIn(text));
        }
        String type = request.getContentType() == null ? "application/json" : request.getContentType();
        sent.put(
                line.endpoint() + (line.changes() ? kind(query) : query),
                new Sent(line, uri.getRawPath() + query, text == null ? null : new Samples.Body(type, text)));
    }

    /** Imports of each kind are calls of their own. */
    private static String kind(String query) {
        return query.contains("kind=") ? query.replaceAll("[^?&]*(kind=[^&]*).*", "$1") : "";
    }

    private synchronized void learn(Routes.Route route, String path, Response answer) {
        learn(route, path);
        String location = answer.getHeader("Location");
        if (location != null) {
            String made = URI.create(location).getRawPath();
            routes.find("GET", made).ifPresent(found -> learn(found, made));
        }
        if (answer.contentType().startsWith("application/json")) {
            learnItems(path, answer.asString());
        }
    }

    /** The first of a list stands for all. */
    synchronized void learnItems(String path, String text) {
        try {
            JsonNode id = JSON.readTree(text).at("/items/0/id");
            if (id.isTextual() && id.textValue().length() == 36) {
                String item = path + "/" + id.textValue();
                routes.find("GET", item).ifPresent(route -> learn(route, item));
            }
        } catch (JsonProcessingException other) {
            // an answer that is no JSON tells no ids
        }
    }

    /** The first thing of each kind, and within it the first of its own. */
    private void learn(Routes.Route route, String path) {
        String template = route.line().path();
        Matcher variables = Routes.VARIABLE.matcher(template);
        while (variables.find()) {
            String known = template.substring(0, variables.end());
            Matcher value = Routes.paths(known).matcher(path);
            if (!value.lookingAt()) {
                return;
            }
            String last = value.group(value.groupCount());
            if (!ids.computeIfAbsent(known, each -> last).equals(last)) {
                return;
            }
        }
    }

    /** The things that were seen, by their paths. */
    synchronized Map<String, String> ids() {
        return Map.copyOf(ids);
    }

    /** Calls that must have left an audit record: their traces and endpoints. */
    synchronized Map<String, String> traces() {
        return Map.copyOf(traces);
    }

    /** Whole numbers of persons that were sent, and telephones. */
    synchronized Set<String> numbers() {
        return Set.copyOf(numbers);
    }

    /** How the health of persons was told. */
    synchronized Set<String> health() {
        return Set.copyOf(health);
    }

    /** One of each call that succeeded. */
    synchronized List<Sent> sent() {
        return List.copyOf(sent.values());
    }
}
