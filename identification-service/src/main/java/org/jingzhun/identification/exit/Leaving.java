package org.jingzhun.identification.exit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.hibernate.Session;
import org.jingzhun.identification.division.DivisionEvents;
import org.jingzhun.identification.register.Marking;
import org.jingzhun.identification.register.Marking.Decided;
import org.jingzhun.identification.register.TransitionKind;

/** What an announced exit changes: the household on the register, the village or county among the divisions. */
@ApplicationScoped
class Leaving {

    private static final String MARK_PLACES = """
            update division set exited_on = :day, revision = revision + 1, changed_in = pg_current_xact_id()
            where code = any (cast(:codes as bigint[]))
            """;

    private final Session database;
    private final Marking marking;
    private final DivisionEvents divisions;

    Leaving(Session database, Marking marking, DivisionEvents divisions) {
        this.database = database;
        this.marking = marking;
        this.divisions = divisions;
    }

    /** @param exits of one kind, approved */
    void leave(List<ExitCase> exits, LocalDate day) {
        if (exits.getFirst().subject() == Subject.HOUSEHOLD) {
            marking.mark(
                    TransitionKind.EXITED,
                    exits.stream()
                            .map(exit -> new Decided(
                                    Objects.requireNonNull(exit.householdId()),
                                    exit.id(),
                                    exit.year(),
                                    day,
                                    Objects.requireNonNull(exit.documentNumber()),
                                    exit.standard(),
                                    null))
                            .toList());
            return;
        }
        database.createNativeMutationQuery(MARK_PLACES)
                .setParameter("day", day)
                .setParameter(
                        "codes",
                        exits.stream()
                                .map(exit -> Long.toString(exit.placeCode()))
                                .toArray(String[]::new))
                .executeUpdate();
        divisions.publishChanged();
    }
}
