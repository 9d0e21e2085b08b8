package org.jingzhun.identification.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.Session;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.identification.scorecard.scoring.AnswerSheet;

/** The versions of assessments that were altered, which nobody can change or delete. */
@ApplicationScoped
public class Alterations {

    /** Copies what is stored of assessments {@code a} before it is altered; {from} says of which, and by whom and why. */
    static final String KEEP = """
            insert into assessment_version (assessment_id, revision, household_id, village_code, scorecard, answers_low,
              answers_high, score, visited_on, assessors, signed_by, main_cause, other_causes, debts_fen, income_fen, form,
              reason, changed_by, fingerprint, recorded_by, recorded_name, recorded_at)
            select a.id, a.revision, a.household_id, a.village_code, a.scorecard, a.answers_low, a.answers_high, a.score,
              a.visited_on, a.assessors, a.signed_by, a.main_cause, a.other_causes, a.debts_fen, a.income_fen, a.form,
              {from}
            """;

    private static final String KEEP_ONE = KEEP.replace(
            "{from}", ":reason, :changedBy, :fingerprint, :by, :name, :at from assessment a where a.id = :id");
    private static final String OF_ASSESSMENT = """
            select revision, scorecard, answers_low, answers_high, score, visited_on, assessors, signed_by, main_cause,
                   other_causes, debts_fen, income_fen, form, reason, changed_by, fingerprint, recorded_by,
                   recorded_name, recorded_at
            from assessment_version where assessment_id = ?1 order by revision
            """;

    private final Session database;

    Alterations(Session database) {
        this.database = database;
    }

    /** Keeps what is stored of an assessment, which is about to be altered. */
    void keep(UUID assessment, Alteration alteration, Caller by, Instant at) {
        database.createNativeMutationQuery(KEEP_ONE)
                .setParameter("reason", alteration.reason())
                .setParameter("changedBy", alteration.changedBy())
                .setParameter("fingerprint", alteration.fingerprint())
                .setParameter("by", by.subject())
                .setParameter("name", by.name())
                .setParameter("at", at)
                .setParameter("id", assessment)
                .executeUpdate();
    }

    /** How an assessment came to be what it is, the oldest alteration first. */
    public List<Altered> listOf(Assessment assessment) {
        List<Tuple> rows = database.createNativeQuery(OF_ASSESSMENT, Tuple.class)
                .setParameter(1, assessment.id())
                .getResultList();
        List<Altered> altered = new ArrayList<>();
        for (int place = 0; place < rows.size(); place++) {
            Tuple row = rows.get(place);
            altered.add(new Altered(
                    assessment.id(),
                    row.get("revision", Long.class),
                    new Alteration(
                            row.get("reason", String.class),
                            row.get("changed_by", String.class),
                            row.get("fingerprint", String.class)),
                    row.get("recorded_by", String.class),
                    row.get("recorded_name", String.class),
                    row.get("recorded_at", Instant.class),
                    recorded(row),
                    place + 1 < rows.size() ? recorded(rows.get(place + 1)) : Recorded.of(assessment)));
        }
        return altered;
    }

    private static Recorded recorded(Tuple row) {
        return new Recorded(
                new AnswerSheet(
                        row.get("scorecard", String.class),
                        row.get("answers_low", Long.class),
                        row.get("answers_high", Long.class)),
                row.get("score", Integer.class),
                row.get("visited_on", LocalDate.class),
                List.of(row.get("assessors", String[].class)),
                row.get("signed_by", String.class),
                Cause.valueOf(row.get("main_cause", String.class)),
                Arrays.stream(row.get("other_causes", String[].class))
                        .map(Cause::valueOf)
                        .toList(),
                row.get("debts_fen", Long.class),
                row.get("income_fen", Long.class),
                Objects.requireNonNullElse(
                        new VisitFormText().convertToEntityAttribute(row.get("form", String.class)), VisitForm.NONE));
    }
}
