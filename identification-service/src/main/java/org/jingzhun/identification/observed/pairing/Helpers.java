package org.jingzhun.identification.observed.pairing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Finds who helps a household of the caller's area. */
@ApplicationScoped
public class Helpers {

    private static final String OF_HOUSEHOLD = """
            select helper_id, helper_name, helper_unit, helper_post, since, until, state
            from observed_pairing where household_id = ?1
            """;

    private final Session database;

    Helpers(Session database) {
        this.database = database;
    }

    /** To be called in a transaction, as all that is under row-level security. */
    public Optional<Helper> findOf(UUID household) {
        List<Tuple> rows = database.createNativeQuery(OF_HOUSEHOLD, Tuple.class)
                .setParameter(1, household)
                .getResultList();
        return rows.stream().findFirst().map(Helpers::helper);
    }

    private static Helper helper(Tuple row) {
        return new Helper(
                row.get(0, UUID.class),
                row.get(1, String.class),
                row.get(2, String.class),
                row.get(3, String.class),
                row.get(4, LocalDate.class),
                row.get(5, LocalDate.class),
                row.get(6, String.class));
    }
}
