package org.jingzhun.identification.statistics.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.identification.division.Level;
import org.jingzhun.identification.statistics.Question;
import org.jspecify.annotations.Nullable;

/** Turns parameters into a question that the caller may ask: half a division would be a wrong number. */
@ApplicationScoped
public class Scope {

    private final CurrentCaller caller;
    private final Clock clock;

    Scope(CurrentCaller caller, Clock clock) {
        this.caller = caller;
        this.clock = clock;
    }

    /** @throws org.jingzhun.chassis.http.ProblemException 404 when the division is not wholly within the caller's area */
    Question question(StatisticsQuery query) {
        return question(query.division(), query.year(), query.by());
    }

    /**
     * @param division null for all of the caller's area
     * @param year null for this year
     * @throws org.jingzhun.chassis.http.ProblemException 404 when the division is not wholly within the caller's area
     */
    public Question question(@Nullable String division, @Nullable Integer year, @Nullable Level by) {
        Area own = caller.get().area();
        Area asked = division == null ? own : Area.ofPrefix(division);
        if (asked.isEmpty() || !own.covers(asked)) {
            throw Problem.of(404, "not-found").asException();
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI);
        return Question.of(asked, year == null ? today.getYear() : year, by, today);
    }
}
