package org.jingzhun.identification.exit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jingzhun.identification.campaign.Minutes;

/** The history of exits. */
@ApplicationScoped
public class StepsTaken {

    private static final String STEPS = """
            select step, taken_name, taken_at, remark, signers, present, entitled, votes, document_number,
                   quorum_policy, majority_policy
            from exit_step where exit_id = ?1 order by seq
            """;

    private final Session database;

    StepsTaken(Session database) {
        this.database = database;
    }

    /** The steps that were taken, in order. */
    public List<StepTaken> list(UUID exit) {
        return database.createNativeQuery(STEPS, Tuple.class).setParameter(1, exit).getResultList().stream()
                .map(StepsTaken::step)
                .toList();
    }

    private static StepTaken step(Tuple row) {
        Integer present = row.get("present", Integer.class);
        return new StepTaken(
                Step.valueOf(row.get("step", String.class)),
                row.get("taken_name", String.class),
                row.get("taken_at", Instant.class),
                row.get("remark", String.class),
                List.of(row.get("signers", String[].class)),
                present == null
                        ? null
                        : new Minutes(present, row.get("entitled", Integer.class), row.get("votes", Integer.class)),
                row.get("document_number", String.class),
                row.get("quorum_policy", Long.class),
                row.get("majority_policy", Long.class));
    }
}
