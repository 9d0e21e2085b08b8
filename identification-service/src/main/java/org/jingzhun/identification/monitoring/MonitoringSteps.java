package org.jingzhun.identification.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jingzhun.identification.campaign.Minutes;

/** The steps that were taken: append-only. */
@ApplicationScoped
public class MonitoringSteps {

    private static final String STEPS = """
            select step, taken_name, taken_at, remark, signers, evidence, present, entitled, votes, document_number,
                   measure_id, quorum_policy, majority_policy
            from monitoring_step where case_id = ?1 order by seq
            """;

    private final Session database;

    MonitoringSteps(Session database) {
        this.database = database;
    }

    /** Those of a case, in order. */
    public List<StepTaken> listOf(UUID monitoringCase) {
        return database.createNativeQuery(STEPS, Tuple.class).setParameter(1, monitoringCase).getResultList().stream()
                .map(MonitoringSteps::taken)
                .toList();
    }

    private static StepTaken taken(Tuple row) {
        Integer present = row.get("present", Integer.class);
        return new StepTaken(
                Step.valueOf(row.get("step", String.class)),
                row.get("taken_name", String.class),
                row.get("taken_at", Instant.class),
                row.get("remark", String.class),
                List.of(row.get("signers", String[].class)),
                List.of(row.get("evidence", String[].class)),
                present == null
                        ? null
                        : new Minutes(present, row.get("entitled", Integer.class), row.get("votes", Integer.class)),
                row.get("document_number", String.class),
                row.get("measure_id", UUID.class),
                row.get("quorum_policy", Long.class),
                row.get("majority_policy", Long.class));
    }
}
