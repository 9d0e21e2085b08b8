package org.jingzhun.chassis.testing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import org.jingzhun.chassis.permission.Permission;

/** What people of other areas see of a county, and what they can do there: nothing. */
final class Outside {

    private static final Pattern INSTANT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z|\"(traceId|instance)\":\"[^\"]*\"");
    /** Grows with each call of the tests themselves. */
    private static final String TRAIL = "/v1/audit";

    private final Endpoints endpoints;
    private final Things things;

    private Outside(Endpoints endpoints) {
        this.endpoints = endpoints;
        this.things = endpoints.things();
    }

    static Outside of(Endpoints endpoints) {
        return new Outside(endpoints);
    }

    /** What a foreign county and a foreign region are answered to every list, count, search, export and statistic. */
    Map<String, String> foreignView() {
        Map<String, String> view = new ConcurrentSkipListMap<>();
        SideBySide.run(endpoints
                .collections()
                .filter(line -> !line.path().equals(TRAIL))
                .map(line -> () -> {
                    for (Standpoint from : List.of(Standpoint.SIBLING, Standpoint.OTHER)) {
                        for (String form : List.of("application/json", "application/x-ndjson", "text/csv")) {
                            view.put(
                                    line.endpoint() + " as " + form + " from " + from,
                                    seen(line, endpoints.target(line), from, form));
                        }
                        view.put(
                                line.endpoint() + " of no place from " + from,
                                seen(line, endpoints.wide(line), from, "application/json"));
                    }
                }));
        return view;
    }

    private String seen(Permission line, String target, Standpoint from, String form) {
        var answer = Calls.send("GET", target, null, endpoints.token(Endpoints.role(line), from), form);
        return masked(answer);
    }

    /** Without what differs from call to call. */
    static String masked(Calls.Answer answer) {
        return answer.status() + " " + INSTANT.matcher(answer.text()).replaceAll("");
    }

    /** Changing endpoints by every role that may, from foreign areas: nothing may succeed at a thing of the county. */
    Collection<String> changedFromOutside() {
        Set<String> wrong = new ConcurrentSkipListSet<>();
        SideBySide.run(endpoints.lines().stream()
                .filter(line -> line.changes() && line.area().keepsAreasApart() && !line.needsNoToken())
                .map(line -> () -> Endpoints.ROLES.stream().filter(line::isFor).forEach(role -> {
                    for (Standpoint from : List.of(Standpoint.SIBLING, Standpoint.OTHER)) {
                        var answer = endpoints.call(line, endpoints.token(role, from));
                        boolean real = things.hasThing(line.path());
                        Endpoints.expect(
                                wrong,
                                line,
                                role + " from " + from,
                                answer.status() != 401
                                        && answer.status() < 500
                                        && !answer.isRefusedByRole()
                                        && !(real && answer.isGood()),
                                answer);
                    }
                })));
        return wrong;
    }

    /** What people of the county did and saw, by everybody of other areas whose role may. */
    Collection<String> repeatedFromOutside(Collection<Footprints.Sent> calls) {
        Set<String> wrong = new ConcurrentSkipListSet<>();
        SideBySide.run(calls.stream()
                .filter(call -> call.line().area().keepsAreasApart())
                .map(call -> () -> Endpoints.ROLES.stream()
                        .filter(call.line()::isFor)
                        .forEach(role -> {
                            for (Standpoint from : List.of(Standpoint.SIBLING, Standpoint.OTHER)) {
                                var answer = repeated(call, role, from);
                                Endpoints.expect(
                                        wrong,
                                        call.line(),
                                        role + " from " + from + " again",
                                        isKeptOut(call, answer),
                                        answer);
                            }
                        })));
        return wrong;
    }

    private Calls.Answer repeated(Footprints.Sent call, String role, Standpoint from) {
        return Calls.send(
                call.line().method(),
                call.target(),
                call.body(),
                endpoints.token(role, from),
                null,
                endpoints.token(Endpoints.role(call.line()), Standpoint.OWN));
    }

    private boolean isKeptOut(Footprints.Sent call, Calls.Answer answer) {
        boolean letIn = answer.status() != 401 && answer.status() < 500;
        boolean changedThing =
                call.line().changes() && things.hasThing(call.line().path()) && answer.isGood();
        Samples.Body body = call.body();
        String said = call.target() + (body == null ? "" : body.text());
        return letIn && !changedThing && !(answer.isGood() && things.isTold(answer.text(), said));
    }
}
