package org.jingzhun.funding.observed.pairing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.query.Database;

/** Finds who helps a household of the caller's area. */
@ApplicationScoped
public class Helpers {

    private static final String OF_HOUSEHOLD =
            "select helper_name, helper_unit, helper_post, since, until from observed_pairing where household_id = ?";

    private final Database database;

    Helpers(Database database) {
        this.database = database;
    }

    /** The helper of now, or the last one; to be called in a transaction, as all that is under row-level security. */
    public Optional<Helper> findOf(UUID household) {
        return database.find(
                OF_HOUSEHOLD,
                row -> new Helper(
                        row.getString("helper_name"),
                        row.getString("helper_unit"),
                        row.getString("helper_post"),
                        row.getObject("since", LocalDate.class),
                        row.getObject("until", LocalDate.class)),
                household);
    }
}
