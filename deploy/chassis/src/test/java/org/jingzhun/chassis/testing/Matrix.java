package org.jingzhun.chassis.testing;

import io.swagger.v3.oas.models.Operation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jingzhun.chassis.permission.AreaRule;
import org.jingzhun.chassis.permission.Permission;
import org.jingzhun.chassis.permission.Permissions;
import org.jingzhun.chassis.permission.Sensitivity;
import org.jspecify.annotations.Nullable;

/**
 * The permission matrix as tests: every endpoint by every role from every area, with real things of one county. Each
 * method gives what is wrong, in words; an empty answer means that the matrix holds.
 */
public final class Matrix {

    /** Every role that occurs in a service, and one that occurs in none. */
    private static final List<String> ROLES = List.of(
            "surveyor",
            "village-officer",
            "township-officer",
            "county-officer",
            "city-officer",
            "region-officer",
            "finance-officer",
            "auditor",
            "supervisor",
            "helper",
            "system",
            "admin",
            "visitor");

    /** Fields that tell of a person or a household. */
    private static final Set<String> PERSONAL = Set.of(
            "householder",
            "householdId",
            "idNumber",
            "phone",
            "contactPhone",
            "birthDate",
            "memberId",
            "personId",
            "payee");

    private static final Pattern INSTANT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z|\"(traceId|instance)\":\"[^\"]*\"");
    /** Grows with each call of the tests themselves. */
    private static final String TRAIL = "/v1/audit";

    private final List<Permission> lines = Permissions.all();
    private final Things things;
    private final Samples samples;
    private final Map<String, Operation> operations;

    private Matrix(Things things) {
        this.things = things;
        this.samples = new Samples(things.known());
        this.operations = samples.operations();
    }

    public static Matrix of(Things things) {
        return new Matrix(things);
    }

    /** Endpoints that are in the contract or in the matrix only, with the line to add. */
    public Set<String> unlisted() {
        Map<String, Permission> listed = new TreeMap<>();
        lines.forEach(line -> listed.put(line.endpoint(), line));
        Set<String> wrong = new TreeSet<>();
        operations.forEach((endpoint, operation) -> {
            Permission line = listed.remove(endpoint);
            boolean personal = samples.answered(operation).stream().anyMatch(PERSONAL::contains);
            if (line == null) {
                wrong.add(
                        "%s is in the contract, but not in src/main/resources/permission-matrix.csv. Add: %s,<roles separated by blanks, or *, or anonymous>,<AREA, HOUSEHOLDS, OWN, REFERENCE, SERVICE or PUBLIC>,%s"
                                .formatted(endpoint, endpoint.replace(' ', ','), personal ? "PERSONAL" : "PLAIN"));
            } else if (personal && !line.changes() && line.data() == Sensitivity.PLAIN && !line.needsNoToken()) {
                wrong.add(endpoint
                        + " answers with personal data. Write PERSONAL instead of PLAIN in permission-matrix.csv.");
            }
        });
        listed.keySet()
                .forEach(endpoint -> wrong.add(endpoint + " is in permission-matrix.csv, but not in the contract."));
        return wrong;
    }

    /** Whoever comes with no token, an expired one, or one of another issuer is refused, but where everybody may. */
    public Collection<String> openToStrangers() {
        List<@Nullable String> tokens = new ArrayList<>(List.of(
                Tokens.expired("county-officer", things.county()),
                Tokens.ofForeignIssuer("county-officer", things.county()),
                Tokens.inTheNameOf("https://elsewhere.test", "county-officer", things.county()),
                "nonsense"));
        Set<String> wrong = new ConcurrentSkipListSet<>();
        SideBySide.run(lines.stream().map(line -> () -> {
            for (String token : tokens) {
                expect(wrong, line, "with a bad token", call(line, token).status() == 401, call(line, token));
            }
            var anonymous = call(line, null);
            expect(wrong, line, "without a token", (anonymous.status() == 401) != line.needsNoToken(), anonymous);
        }));
        return wrong;
    }

    /** Every endpoint by every role that may not, from the county itself: refused for the role, before anything else. */
    public Collection<String> openToOtherRoles() {
        Set<String> wrong = new ConcurrentSkipListSet<>();
        SideBySide.run(lines.stream()
                .filter(line -> !line.needsNoToken())
                .map(line ->
                        () -> ROLES.stream().filter(role -> !line.isFor(role)).forEach(role -> {
                            for (Standpoint from : Standpoint.values()) {
                                var answer = call(line, Tokens.of(role, from.area(things)));
                                expect(wrong, line, role + " from " + from, answer.isRefusedByRole(), answer);
                            }
                        })));
        return wrong;
    }

    /** Every reading endpoint by every role that may, from every area. */
    public Collection<String> misread() {
        Set<String> wrong = new ConcurrentSkipListSet<>();
        SideBySide.run(lines.stream()
                .filter(line ->
                        !line.changes() && !line.needsNoToken() && !line.path().endsWith("/events"))
                .map(line -> () -> {
                    for (String role : ROLES) {
                        for (Standpoint from : Standpoint.values()) {
                            if (line.isFor(role)) {
                                var answer = call(line, token(role, from));
                                reading(line, role, from, answer)
                                        .ifPresent(fault -> expect(
                                                wrong, line, role + " from " + from + ": " + fault, false, answer));
                            }
                        }
                    }
                }));
        return wrong;
    }

    private Optional<String> reading(Permission line, String role, Standpoint from, Calls.Answer answer) {
        if (answer.status() == 401 || answer.status() >= 500 || answer.isRefusedByRole()) {
            return Optional.of("must be let in");
        }
        boolean apart = line.area().keepsAreasApart();
        boolean ofThing = things.hasThing(line.path());
        if (from.isForeign() && apart) {
            return ofThing && answer.status() != 404
                    ? Optional.of("must not be found")
                    : answer.isGood() && things.isIn(answer.text())
                            ? Optional.of("must hold nothing of the county")
                            : Optional.empty();
        }
        boolean own = role.equals("helper") && line.area() == AreaRule.HOUSEHOLDS;
        return ofThing && line.area() != AreaRule.OWN && from != Standpoint.CHILD && !own && !answer.isGood()
                ? Optional.of("must be found")
                : Optional.empty();
    }

    /** What a foreign county and a foreign region are answered to every list, count, search, export and statistic. */
    public Map<String, String> foreignView() {
        Map<String, String> view = new java.util.concurrent.ConcurrentSkipListMap<>();
        SideBySide.run(collections().filter(line -> !line.path().equals(TRAIL)).map(line -> () -> {
            for (Standpoint from : List.of(Standpoint.SIBLING, Standpoint.OTHER)) {
                for (String form : List.of("application/json", "application/x-ndjson", "text/csv")) {
                    var answer = Calls.send("GET", target(line), null, token(role(line), from), form);
                    view.put(
                            line.endpoint() + " as " + form + " from " + from,
                            answer.status() + " "
                                    + INSTANT.matcher(answer.text()).replaceAll(""));
                }
            }
        }));
        return view;
    }

    /** Reading endpoints without a thing in their path by which the county itself does not see anything of its own. */
    public Set<String> blind() {
        Set<String> blind = new ConcurrentSkipListSet<>();
        SideBySide.run(collections().map(line -> () -> {
            if (ROLES.stream().filter(line::isFor).noneMatch(role -> {
                var answer = call(line, token(role, Standpoint.OWN));
                return answer.isGood() && things.isIn(answer.text());
            })) {
                blind.add(line.endpoint());
            }
        }));
        return blind;
    }

    private Stream<Permission> collections() {
        return lines.stream()
                .filter(line -> !line.changes()
                        && !line.path().contains("{")
                        && line.area().keepsAreasApart());
    }

    /** Changing endpoints by every role that may, from foreign areas: nothing may succeed at a thing of the county. */
    public Collection<String> changedFromOutside() {
        Set<String> wrong = new ConcurrentSkipListSet<>();
        SideBySide.run(lines.stream()
                .filter(line -> line.changes() && line.area().keepsAreasApart() && !line.needsNoToken())
                .map(line -> () -> ROLES.stream().filter(line::isFor).forEach(role -> {
                    for (Standpoint from : List.of(Standpoint.SIBLING, Standpoint.OTHER)) {
                        var answer = call(line, token(role, from));
                        boolean real = things.hasThing(line.path());
                        expect(
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

    /** Calls of the county itself that changed something or read personal data, by their traces. */
    public Map<String, String> audited() {
        Map<String, String> traces = new java.util.concurrent.ConcurrentSkipListMap<>();
        for (Permission line : lines) {
            if (line.isAudited() && !line.needsNoToken()) {
                ROLES.stream()
                        .filter(line::isFor)
                        .flatMap(role -> variants(line, token(role, Standpoint.OWN)))
                        .filter(Calls.Answer::isGood)
                        .findFirst()
                        .ifPresent(answer -> traces.put(answer.trace(), line.endpoint()));
            }
        }
        return traces;
    }

    /** One after another, with each step that the contract knows, until one is taken. */
    private Stream<Calls.Answer> variants(Permission line, String token) {
        Operation operation = operations.get(line.endpoint());
        String target = target(line);
        return (operation == null ? List.<Optional<Samples.Body>>of() : samples.bodies(operation))
                .stream().map(body -> Calls.send(line.method(), target, body.orElse(null), token, null));
    }

    /** Endpoints that must leave an audit record, and that none of these calls has reached. */
    public Set<String> unaudited(Collection<String> reached) {
        Set<String> missing = new TreeSet<>();
        lines.stream()
                .filter(line -> line.isAudited() && !line.needsNoToken())
                .forEach(line -> missing.add(line.endpoint()));
        missing.removeAll(reached);
        return missing;
    }

    /** Endpoints with a variable in their path for which there is no real thing. */
    public Set<String> unreal() {
        Set<String> unreal = new TreeSet<>();
        lines.stream()
                .filter(line -> line.path().contains("{") && !things.isReal(line.path()))
                .forEach(line -> unreal.add(line.endpoint()));
        return unreal;
    }

    private String token(String role, Standpoint from) {
        return role.equals("helper")
                ? Tokens.ofHelper(
                        from.area(things), things.findKnown("helperId").orElse(Things.NOBODYS))
                : Tokens.of(role, from.area(things));
    }

    private static String role(Permission line) {
        return ROLES.stream().filter(line::isFor).findFirst().orElse("visitor");
    }

    private String target(Permission line) {
        Operation operation = operations.get(line.endpoint());
        String query = operation == null ? "" : samples.query(operation);
        return things.filled(line.path()) + (query.isEmpty() ? "" : "?" + query);
    }

    private Calls.Answer call(Permission line, @Nullable String token) {
        Operation operation = operations.get(line.endpoint());
        var body = operation == null ? null : samples.body(operation);
        return Calls.send(line.method(), target(line), body, token, null);
    }

    private static void expect(Set<String> wrong, Permission line, String who, boolean right, Calls.Answer answer) {
        if (!right) {
            String told = Objects.toString(answer);
            wrong.add(line.endpoint() + " " + who + ": " + told.substring(0, Math.min(told.length(), 300)));
        }
    }
}
