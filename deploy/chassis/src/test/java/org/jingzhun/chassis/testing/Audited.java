package org.jingzhun.chassis.testing;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jingzhun.chassis.permission.AreaRule;
import org.jingzhun.chassis.permission.Permission;

/** Calls that must leave an audit record. */
final class Audited {

    private final Endpoints endpoints;

    private Audited(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    static Audited of(Endpoints endpoints) {
        return new Audited(endpoints);
    }

    /**
     * Calls of the county itself that changed something or read personal data, by their traces.
     *
     * @param known those that were made before; their endpoints are not called again, and what all tests share is not changed
     */
    Map<String, String> calls(Map<String, String> known) {
        Map<String, String> traces = new TreeMap<>(known);
        for (Permission line : endpoints.lines()) {
            boolean common = line.changes() && line.area() == AreaRule.REFERENCE;
            if (line.isAudited() && !line.needsNoToken() && !common && !known.containsValue(line.endpoint())) {
                Endpoints.ROLES.stream()
                        .filter(line::isFor)
                        .flatMap(role -> endpoints.variants(line, endpoints.token(role, Standpoint.OWN)))
                        .filter(Calls.Answer::isGood)
                        .findFirst()
                        .ifPresent(answer -> traces.put(answer.trace(), line.endpoint()));
            }
        }
        return traces;
    }

    /** Endpoints that must leave an audit record, and that none of these calls has reached. */
    Set<String> unreached(Collection<String> reached) {
        Set<String> missing = new TreeSet<>();
        endpoints.lines().stream()
                .filter(line -> line.isAudited() && !line.needsNoToken())
                .forEach(line -> missing.add(line.endpoint()));
        missing.removeAll(reached);
        return missing;
    }
}
