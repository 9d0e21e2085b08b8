package org.jingzhun.identification.household;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.identification.division.DivisionEvents;

/** Counts the rural population of the villages anew and tells others where it has changed. */
@ApplicationScoped
public class Recounting {

    private static final String RECOUNT = """
            update division d
            set households = coalesce(counted.households, 0), persons = coalesce(counted.persons, 0),
                revision = d.revision + 1, changed_in = pg_current_xact_id()
            from division village
            left join (select village_code, count(*)::integer as households, sum(persons)::integer as persons
                       from household where village_code between ? and ? group by village_code) counted
              on counted.village_code = village.code
            where d.code = village.code and village.level = 'VILLAGE' and village.code between ? and ?
              and (d.households, d.persons) is distinct from
                  (coalesce(counted.households, 0), coalesce(counted.persons, 0))
            """;

    private final AgroalDataSource database;
    private final DivisionEvents events;
    private final Event<Recounted> recounted;

    Recounting(AgroalDataSource database, DivisionEvents events, Event<Recounted> recounted) {
        this.database = database;
        this.events = events;
        this.recounted = recounted;
    }

    /** Recounts all villages of the caller's area. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void recount() {
        recount(Area.EVERYWHERE.from(), Area.EVERYWHERE.to());
    }

    /** Recounts the villages of the caller's area with codes of this range. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void recount(long from, long to) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(RECOUNT)) {
            statement.setLong(1, from);
            statement.setLong(2, to);
            statement.setLong(3, from);
            statement.setLong(4, to);
            if (statement.executeUpdate() > 0) {
                events.publishChanged();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("villages %d to %d could not be recounted".formatted(from, to), failure);
        }
        recounted.fire(new Recounted(from, to));
    }
}
