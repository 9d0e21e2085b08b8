package org.jingzhun.identification.adjustment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import org.hibernate.Session;

/** What an adjustment round changed on the register. */
@ApplicationScoped
public class Flows {

    private static final String COUNT = """
            select t.kind, count(*) as households, cast(sum(e.persons) as bigint) as persons
            from register_transition t join register_entry e on e.household_id = t.household_id
            where t.village_code between :from and :to and t."on" between :begins and :ends
            group by t.kind order by t.kind
            """;

    private final Session database;

    Flows(Session database) {
        this.database = database;
    }

    /**
     * Households and persons of one kind of transition.
     *
     * @param kind REGISTERED, EXITED, RETURNED, ROLLED_BACK or REMOVED
     * @param persons that the households have now
     */
    public record Flow(String kind, long households, long persons) {}

    /** From the first to the last day of the round. */
    public List<Flow> count(AdjustmentRound round) {
        return database
                .createNativeQuery(COUNT, Tuple.class)
                .setParameter("from", round.division().from())
                .setParameter("to", round.division().to())
                .setParameter("begins", round.beginsOn())
                .setParameter("ends", round.endsOn())
                .getResultList()
                .stream()
                .map(row -> new Flow(
                        row.get("kind", String.class),
                        row.get("households", Long.class),
                        row.get("persons", Long.class)))
                .toList();
    }
}
