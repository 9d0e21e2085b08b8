package org.jingzhun.identification.monitoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.Session;
import org.jingzhun.identification.monitoring.judging.Facts;
import org.jingzhun.identification.monitoring.judging.Judgement;
import org.jingzhun.identification.monitoring.judging.Judging;
import org.jingzhun.identification.monitoring.judging.Stability;
import org.jspecify.annotations.Nullable;

/** What was computed before decisions, kept with everything it was computed from. */
@ApplicationScoped
public class Judgements {

    private static final String KEEP = """
            insert into monitoring_judgement (case_id, seq, village_code, purpose, judged_at, content)
            select c.id, (select count(*) + 1 from monitoring_judgement j where j.case_id = c.id), c.village_code,
                   :purpose, :at, :content
            from monitoring_case c where c.id = :case
            """;

    private final Session database;
    private final YearsBefore years;
    private final ObjectMapper json;

    Judgements(Session database, YearsBefore years, ObjectMapper json) {
        this.database = database;
        this.years = years;
        this.json = json;
    }

    /** What a computation was made for. */
    public enum Purpose {
        IDENTIFICATION,
        CLOSURE
    }

    /**
     * A kept computation; one of the two is there.
     *
     * @param judgement before identification
     * @param stability before closure
     */
    public record Kept(
            Instant at,
            Purpose purpose,
            @Nullable Judgement judgement,
            @Nullable Stability stability) {}

    void keep(UUID id, Judgement judgement, Instant at) {
        keep(id, Purpose.IDENTIFICATION, judgement, at);
    }

    void keep(UUID id, Stability stability, Instant at) {
        keep(id, Purpose.CLOSURE, stability, at);
    }

    /** In the order in which they were made. */
    public List<Kept> list(UUID id) {
        return database
                .createNativeQuery(
                        "select judged_at, purpose, content from monitoring_judgement where case_id = ?1 order by seq",
                        Tuple.class)
                .setParameter(1, id)
                .getResultList()
                .stream()
                .map(this::kept)
                .toList();
    }

    /** Whether the same comes out when it is computed again from the incomes that were used, which never change. */
    public boolean agrees(Kept kept) {
        Judgement judgement = kept.judgement();
        if (judgement != null) {
            Facts facts = judgement.facts();
            return judgement.equals(Judging.judge(facts.with(years.again(facts.income()))));
        }
        return Objects.requireNonNull(kept.stability()).points().stream()
                .allMatch(point -> point.income().equals(years.again(point.income())));
    }

    private Kept kept(Tuple row) {
        Purpose purpose = Purpose.valueOf(row.get("purpose", String.class));
        String content = row.get("content", String.class);
        Instant at = row.get("judged_at", Instant.class);
        return switch (purpose) {
            case IDENTIFICATION -> new Kept(at, purpose, read(content, Judgement.class), null);
            case CLOSURE -> new Kept(at, purpose, null, read(content, Stability.class));
        };
    }

    private void keep(UUID id, Purpose purpose, Record content, Instant at) {
        try {
            database.createNativeMutationQuery(KEEP)
                    .setParameter("purpose", purpose.name())
                    .setParameter("at", at)
                    .setParameter("content", json.writeValueAsString(content))
                    .setParameter("case", id)
                    .executeUpdate();
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("judgement of %s must be writable as JSON".formatted(id), unwritable);
        }
    }

    private <T> T read(String content, Class<T> type) {
        try {
            return json.readValue(content, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a kept judgement must be readable", unreadable);
        }
    }
}
