package org.jingzhun.identification.monitoring;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;
import org.jingzhun.identification.datafile.DataFile;

/** Days that are not what their weekday says: holidays, and weekends that are worked for them (调休). */
@ApplicationScoped
public class CalendarDays {

    private static final String SET = """
            insert into calendar_day (day, working, mark, source, loaded_by)
            values (:day, :working, :mark, :source, :by)
            on conflict (day) do\s""";
    private static final String REPLACE = "update set working = excluded.working, mark = excluded.mark,"
            + " source = excluded.source, loaded_by = excluded.loaded_by";

    private final Session database;

    CalendarDays(Session database) {
        this.database = database;
    }

    /**
     * A day that is not what its weekday says.
     *
     * @param mark PUBLIC, UNVERIFIED or LOCAL
     */
    @Schema(name = "CalendarDay")
    public record CalendarDay(LocalDate day, boolean working, String mark, String source) {}

    /** What somebody has loaded since stays. */
    void begin(@Observes StartupEvent start) {
        QuarkusTransaction.requiringNew().run(() -> DataFile.rows("monitoring/calendar-days.csv")
                .forEach(row -> write(
                        "nothing",
                        new CalendarDay(
                                LocalDate.parse(row.getField("day")),
                                row.getField("working").equals("yes"),
                                row.getField("mark"),
                                row.getField("source")),
                        "the service")));
    }

    /** Terms that were counted before stay as they are. */
    @Transactional
    public void set(CalendarDay day, String by) {
        write(REPLACE, day, by);
    }

    private void write(String onConflict, CalendarDay day, String by) {
        database.createNativeMutationQuery(SET + onConflict)
                .setParameter("day", day.day())
                .setParameter("working", day.working())
                .setParameter("mark", day.mark())
                .setParameter("source", day.source())
                .setParameter("by", by)
                .executeUpdate();
    }

    /** Those of a year. */
    @Transactional
    public List<CalendarDay> list(int year) {
        return database
                .createNativeQuery(
                        "select day, working, mark, source from calendar_day where extract(year from day) = :year"
                                + " order by day",
                        Tuple.class)
                .setParameter("year", year)
                .getResultList()
                .stream()
                .map(row -> new CalendarDay(
                        row.get("day", LocalDate.class),
                        row.get("working", Boolean.class),
                        row.get("mark", String.class),
                        row.get("source", String.class)))
                .toList();
    }
}
