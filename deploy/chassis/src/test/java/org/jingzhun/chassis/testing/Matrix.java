package org.jingzhun.chassis.testing;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jingzhun.chassis.permission.AreaRule;
import org.jingzhun.chassis.permission.Permission;
import org.jingzhun.chassis.permission.Sensitivity;
import org.jspecify.annotations.Nullable;

/**
 * The permission matrix as tests: every endpoint by every role from every area, with real things of one county. Each
 * method gives what is wrong, in words; an empty answer means that the matrix holds.
 */
final class Matrix {

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

    private static final String CSV = "text/csv";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** It is there, but not asked for in full, not for this role, not in this form, or not yet. */
    private static final Set<Integer> THERE = Set.of(400, 403, 406, 409);

    private final Endpoints endpoints;
    private final Things things;

    private Matrix(Endpoints endpoints) {
        this.endpoints = endpoints;
        this.things = endpoints.things();
    }

    static Matrix of(Endpoints endpoints) {
        return new Matrix(endpoints);
    }

    /** Endpoints that are in the contract or in the matrix only, with the line to add. */
    Set<String> unlisted() {
        Map<String, Permission> listed = new TreeMap<>();
        endpoints.lines().forEach(line -> listed.put(line.endpoint(), line));
        Set<String> wrong = new TreeSet<>();
        endpoints.operations().forEach((endpoint, operation) -> {
            Permission line = listed.remove(endpoint);
            boolean personal = endpoints.answered(operation).stream().anyMatch(PERSONAL::contains);
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

    /** Whoever comes with an expired token, or one of another issuer, is refused; without one, where somebody needs one. */
    Collection<String> openToStrangers() {
        List<@Nullable String> tokens = new ArrayList<>(List.of(
                Tokens.expired("county-officer", things.county()),
                Tokens.ofForeignIssuer("county-officer", things.county()),
                Tokens.inTheNameOf("https://elsewhere.test", "county-officer", things.county()),
                "nonsense"));
        Set<String> wrong = new ConcurrentSkipListSet<>();
        SideBySide.run(endpoints.lines().stream().map(line -> () -> {
            for (String token : tokens) {
                var answer = endpoints.call(line, token);
                Endpoints.expect(wrong, line, "with a bad token", answer.status() == 401, answer);
            }
            var anonymous = endpoints.call(line, null);
            Endpoints.expect(
                    wrong, line, "without a token", (anonymous.status() == 401) != line.needsNoToken(), anonymous);
        }));
        return wrong;
    }

    /** Every endpoint by every role that may not, from the county itself: refused for the role, before anything else. */
    Collection<String> openToOtherRoles() {
        Set<String> wrong = new ConcurrentSkipListSet<>();
        SideBySide.run(endpoints.lines().stream()
                .filter(line -> !line.needsNoToken())
                .map(line -> () -> Endpoints.ROLES.stream()
                        .filter(role -> !line.isFor(role))
                        .forEach(role -> {
                            for (Standpoint from : Standpoint.values()) {
                                var answer = endpoints.call(line, Tokens.of(role, from.area(things)));
                                Endpoints.expect(wrong, line, role + " from " + from, answer.isRefusedByRole(), answer);
                            }
                        })));
        return wrong;
    }

    /** Every reading endpoint by every role that may, from every area. */
    Collection<String> misread() {
        Set<String> wrong = new ConcurrentSkipListSet<>();
        SideBySide.run(endpoints.lines().stream()
                .filter(line -> !line.changes() && !line.needsNoToken())
                .map(line -> () -> {
                    for (String role : Endpoints.ROLES) {
                        for (Standpoint from : Standpoint.values()) {
                            if (line.isFor(role) && (from.isForeign() || !isEndless(line))) {
                                var answer = endpoints.call(line, endpoints.token(role, from));
                                reading(line, role, from, answer)
                                        .ifPresent(fault -> Endpoints.expect(
                                                wrong, line, role + " from " + from + ": " + fault, false, answer));
                            }
                        }
                    }
                }));
        return wrong;
    }

    /** Who may follow something follows it until it ends, which may take long; who may not is told so at once. */
    static boolean isEndless(Permission line) {
        return line.path().endsWith("/events");
    }

    /** Lists of one thing of the county, as the streams that the contract promises, by every role of foreign areas. */
    Collection<String> streamedAway() {
        Set<String> wrong = new ConcurrentSkipListSet<>();
        SideBySide.run(endpoints.lines().stream()
                .filter(line -> !line.changes()
                        && !line.needsNoToken()
                        && line.area().keepsAreasApart()
                        && line.path().contains("{"))
                .map(line -> () -> endpoints.streams(line).forEach(form -> Endpoints.ROLES.stream()
                        .filter(line::isFor)
                        .forEach(role -> {
                            for (Standpoint from : List.of(Standpoint.SIBLING, Standpoint.OTHER)) {
                                var answer = endpoints.stream(line, endpoints.token(role, from), form);
                                reading(line, role, from, answer)
                                        .ifPresent(fault -> Endpoints.expect(
                                                wrong,
                                                line,
                                                role + " from " + from + " as " + form + ": " + fault,
                                                false,
                                                answer));
                            }
                        }))));
        return wrong;
    }

    /**
     * Changing endpoints that do not let a role in which the matrix lists. What is named is not there, and the body is none,
     * so that nothing changes; who may not would hear of its role first. What needs neither is called by those who make the
     * things.
     */
    Collection<String> shutToTheirRoles() {
        Set<String> wrong = new ConcurrentSkipListSet<>();
        SideBySide.run(endpoints.lines().stream()
                .filter(line -> line.changes() && !line.needsNoToken() && endpoints.isIdle(line))
                .map(line -> () -> Endpoints.ROLES.stream().filter(line::isFor).forEach(role -> {
                    var answer = endpoints.idle(line, endpoints.token(role, Standpoint.OWN));
                    boolean letIn = answer.status() != 401 && answer.status() < 500 && !answer.isRefusedByRole();
                    Endpoints.expect(wrong, line, role + " must be let in", letIn, answer);
                })));
        return wrong;
    }

    private Optional<String> reading(Permission line, String role, Standpoint from, Calls.Answer answer) {
        boolean refused = answer.isRefusedByRole() && line.area() != AreaRule.OWN;
        if (answer.status() == 401 || answer.status() >= 500 || refused) {
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
        boolean must = ofThing && line.area() != AreaRule.OWN && from != Standpoint.CHILD && !own;
        return must && !answer.isGood() && !THERE.contains(answer.status())
                ? Optional.of("must be found")
                : Optional.empty();
    }

    /** Whoever has a token without an area sees nothing of the county. */
    Collection<String> seenFromNowhere() {
        Set<String> wrong = new ConcurrentSkipListSet<>();
        SideBySide.run(endpoints.lines().stream()
                .filter(line -> !line.changes() && line.area().keepsAreasApart() && !isEndless(line))
                .map(line -> () -> {
                    var answer = endpoints.call(line, Tokens.of(Endpoints.role(line), ""));
                    Endpoints.expect(
                            wrong, line, "without an area", !(answer.isGood() && things.isIn(answer.text())), answer);
                }));
        return wrong;
    }

    /** Reading endpoints without a thing in their path by which the county itself does not see more than a sibling. */
    Set<String> blind() {
        Set<String> blind = new ConcurrentSkipListSet<>();
        SideBySide.run(endpoints.collections().map(line -> () -> {
            if (Endpoints.ROLES.stream().filter(line::isFor).noneMatch(role -> seesMore(line, role))) {
                blind.add(line.endpoint());
            }
        }));
        return blind;
    }

    private boolean seesMore(Permission line, String role) {
        var own = endpoints.call(line, endpoints.token(role, Standpoint.OWN));
        var siblings = endpoints.call(line, endpoints.token(role, Standpoint.SIBLING));
        return own.isGood() && !Outside.masked(own).equals(Outside.masked(siblings));
    }

    /** Endpoints with a variable in their path for which there is no real thing. */
    Set<String> unreal() {
        Set<String> unreal = new TreeSet<>();
        endpoints.lines().stream()
                .filter(line -> line.path().contains("{") && !things.isReal(line.path()))
                .forEach(line -> unreal.add(line.endpoint()));
        return unreal;
    }

    /** What every list of the county answers somebody of the county, by its path. */
    Map<String, String> listed() {
        Map<String, String> listed = new ConcurrentSkipListMap<>();
        SideBySide.run(endpoints.lines().stream()
                .filter(line -> !line.changes() && line.area().keepsAreasApart() && things.isReal(line.path()))
                .filter(this::isList)
                .map(line -> () -> {
                    var answer = endpoints.call(line, endpoints.token(Endpoints.role(line), Standpoint.OWN));
                    if (answer.isGood()) {
                        listed.put(things.filled(line.path()), answer.text());
                    }
                }));
        return listed;
    }

    /** Lists that somebody of the county reads, and cannot have as the table that the contract promises. */
    Set<String> untabled() {
        Set<String> wrong = new ConcurrentSkipListSet<>();
        SideBySide.run(endpoints.lines().stream()
                .filter(line -> !line.changes() && things.isReal(line.path()) && isTable(line))
                .map(line -> () -> {
                    String token = endpoints.token(Endpoints.role(line), Standpoint.OWN);
                    if (endpoints.call(line, token).isGood()) {
                        var table = Calls.send("GET", endpoints.target(line), null, token, CSV);
                        boolean right = table.isGood() && table.text().startsWith(BYTE_ORDER_MARK);
                        Endpoints.expect(wrong, line, "as a table", right, table);
                    }
                }));
        return wrong;
    }

    private boolean isTable(Permission line) {
        Operation operation = endpoints.operations().get(line.endpoint());
        return operation != null
                && Optional.ofNullable(operation.getResponses().get("200"))
                        .map(ApiResponse::getContent)
                        .filter(content -> content.containsKey(CSV))
                        .isPresent();
    }

    private boolean isList(Permission line) {
        Operation operation = endpoints.operations().get(line.endpoint());
        return operation != null && endpoints.answered(operation).containsAll(Set.of("items", "id"));
    }
}
