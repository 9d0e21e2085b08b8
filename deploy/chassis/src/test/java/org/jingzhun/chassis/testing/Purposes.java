package org.jingzhun.chassis.testing;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jingzhun.chassis.permission.Permission;

/** What is read without saying why (处理目的): nothing that is sensitive, and of persons neither whole numbers nor health. */
final class Purposes {

    private static final String REFUSED = "\"purpose-required\"";

    /** Forms of answers that can be read as text. */
    private static final Pattern TEXT = Pattern.compile("text/.*|application/(.*\\+)?json|application/x-ndjson");

    private final Endpoints endpoints;
    private final Footprints footprints;

    private Purposes(Endpoints endpoints, Footprints footprints) {
        this.endpoints = endpoints;
        this.footprints = footprints;
    }

    static Purposes of(Endpoints endpoints, Footprints footprints) {
        return new Purposes(endpoints, footprints);
    }

    /** Sensitive readings that are answered without a purpose, or not with one. */
    Collection<String> unasked() {
        Set<String> wrong = new ConcurrentSkipListSet<>();
        SideBySide.run(
                endpoints.lines().stream().filter(Permission::needsPurpose).map(line -> () -> {
                    boolean shown = false;
                    for (Reading reading : readings(line).toList()) {
                        var unsaid = reading.unsaid(endpoints);
                        boolean refused =
                                unsaid.status() == 400 && unsaid.text().contains(REFUSED);
                        boolean tells = endpoints.things().isTold(unsaid.text(), endpoints.target(line));
                        Endpoints.expect(wrong, line, reading + " without a purpose", refused && !tells, unsaid);
                        var said = endpoints.stream(line, reading.token(endpoints), reading.form());
                        boolean letIn = said.isGood() || (said.status() == 403 && !said.isRefusedByRole());
                        Endpoints.expect(wrong, line, reading + " with a purpose", letIn, said);
                        shown |= said.isGood();
                    }
                    if (!shown) {
                        wrong.add(line.endpoint() + " must be shown to somebody who says why");
                    }
                }));
        return wrong;
    }

    /** Other readings that show whole numbers or health, and those in whose form nothing can be looked for. */
    Set<String> shownForNone() {
        Set<String> shown = new ConcurrentSkipListSet<>();
        SideBySide.run(endpoints.lines().stream()
                .filter(line -> !line.changes() && !line.needsPurpose() && !Matrix.isEndless(line))
                .map(line -> () -> readings(line).forEach(reading -> {
                    var answer = reading.unsaid(endpoints);
                    if (answer.isGood() && !TEXT.matcher(reading.form()).matches()) {
                        shown.add(line.endpoint() + " as " + reading.form());
                    } else if (answer.isGood()) {
                        found(line, answer.text()).forEach(what -> shown.add(line.endpoint() + " " + what));
                    }
                })));
        return shown;
    }

    private Stream<String> found(Permission line, String text) {
        boolean number = !WholeNumbers.in(text).isEmpty()
                || footprints.numbers().stream().anyMatch(text::contains);
        boolean health = line.area().keepsAreasApart()
                && footprints.health().stream().anyMatch(word -> WholeNumbers.isWord(word, text));
        return Stream.concat(
                number ? Stream.of("shows a whole number") : Stream.empty(),
                health ? Stream.of("shows health") : Stream.empty());
    }

    private Stream<Reading> readings(Permission line) {
        List<String> forms = endpoints.forms(line).toList();
        return Endpoints.ROLES.stream().filter(line::isFor).flatMap(role -> forms.stream()
                .map(form -> new Reading(line, role, form)));
    }

    /** An endpoint as somebody of the county reads it. */
    private record Reading(Permission line, String role, String form) {

        private String token(Endpoints endpoints) {
            return endpoints.token(role, Standpoint.OWN);
        }

        private Calls.Answer unsaid(Endpoints endpoints) {
            return Calls.readForNoPurpose(endpoints.target(line), token(endpoints), form);
        }

        @Override
        public String toString() {
            return role + " as " + form;
        }
    }
}
