package org.jingzhun.funding.observed.identification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.query.Database;

/** Who is on the register or monitored, as far as the caller's area reaches. */
@ApplicationScoped
public class HouseholdStatuses {

    private static final String FIND = """
            select coalesce(h.id, m.household_id) as id, coalesce(h.village_code, m.village_code) as village,
                   coalesce(h.status, 'MONITORED') as status, m.household_id is not null as monitored
            from (select id, village_code, status from observed_household where id = ?) h
            full join (select household_id, min(village_code) as village_code from observed_monitoring
                       where household_id = ? and closed_on is null group by household_id) m on m.household_id = h.id
            """;

    private final Database database;

    HouseholdStatuses(Database database) {
        this.database = database;
    }

    public Optional<HouseholdStatus> find(UUID household) {
        return database.find(
                FIND,
                row -> new HouseholdStatus(
                        row.getObject("id", UUID.class),
                        row.getLong("village"),
                        row.getString("status"),
                        row.getBoolean("monitored")),
                household,
                household);
    }
}
