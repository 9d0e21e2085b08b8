package org.jingzhun.identification.household;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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
                       from household group by village_code) counted on counted.village_code = village.code
            where d.code = village.code and village.level = 'VILLAGE'
              and (d.households, d.persons) is distinct from
                  (coalesce(counted.households, 0), coalesce(counted.persons, 0))
            """;

    private final DivisionEvents events;

    Recounting(DivisionEvents events) {
        this.events = events;
    }

    /**
     * Recounts the villages of the caller's area.
     *
     * @param connection in a transaction
     * @return the number of villages whose count has changed
     */
    public int recount(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RECOUNT)) {
            int changed = statement.executeUpdate();
            if (changed > 0) {
                events.publishChanged(connection);
            }
            return changed;
        }
    }
}
