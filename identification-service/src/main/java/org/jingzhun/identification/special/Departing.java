package org.jingzhun.identification.special;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Ends the records of people who died. Whoever only leaves a household takes the records along: the database puts them
 * into the next one when the person becomes a member there.
 */
@ApplicationScoped
public class Departing {

    private final Ledger ledger;

    Departing(Ledger ledger) {
        this.ledger = ledger;
    }

    /** To be called before the members are taken off their household. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void died(List<UUID> members, LocalDate on) {
        int unused = ledger.advance(
                Step.END,
                on,
                "DIED",
                "r.member_id = any (:members) and r.ended_on is null",
                Map.of("members", members.toArray(UUID[]::new)));
    }
}
