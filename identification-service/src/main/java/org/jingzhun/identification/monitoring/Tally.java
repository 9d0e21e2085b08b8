package org.jingzhun.identification.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.Session;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.time.Clocks;
import org.jspecify.annotations.Nullable;

/** Counts the open cases by class and colour, households and persons. */
@ApplicationScoped
public class Tally {

    private static final String COUNT = """
            select c.monitored_on is not null as monitored, c.class, c.reason, count(*) as households,
                   cast(coalesce(sum(c.persons), 0) as bigint) as persons
            from (select c.monitored_on, c.class, h.persons, {reason} as reason
                  from monitoring_case c join household h on h.id = c.household_id
                  where c.ended_on is null and c.village_code between :from and :to) c
            group by 1, 2, 3 order by 1 desc, 2, 3
            """.replace("{reason}", ColourReason.SQL);

    private final Session database;
    private final Clock clock;

    Tally(Session database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A number of households and their persons as they are now.
     *
     * @param monitored whether the county has decided that they are; else they are on the way
     * @param monitoringClass null until the home check
     */
    public record Count(
            boolean monitored,
            @Nullable MonitoringClass monitoringClass,
            ColourReason reason,
            long households,
            long persons) {}

    public List<Count> count(Area area) {
        return database
                .createNativeQuery(COUNT, Tuple.class)
                .setParameter("from", area.from())
                .setParameter("to", area.to())
                .setParameter("today", LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI))
                .getResultList()
                .stream()
                .map(Tally::count)
                .toList();
    }

    private static Count count(Tuple row) {
        String monitoringClass = row.get("class", String.class);
        return new Count(
                row.get("monitored", Boolean.class),
                monitoringClass == null ? null : MonitoringClass.valueOf(monitoringClass),
                ColourReason.valueOf(row.get("reason", String.class)),
                row.get("households", Long.class),
                row.get("persons", Long.class));
    }
}
