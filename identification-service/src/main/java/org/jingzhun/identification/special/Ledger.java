package org.jingzhun.identification.special;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import org.jingzhun.chassis.batch.Columns;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.identification.special.facts.Facts;
import org.jspecify.annotations.Nullable;

/** Writes records, each time with the step of their history, set-based and in the caller's transaction. */
@ApplicationScoped
class Ledger {

    /** Appends a step for the rows of {@code changed}, which are rows of special_record. */
    static final String TELL = """
            insert into special_step (record_id, seq, village_code, step, stage, "on", cause, remark, evidence, facts, sealed,
                                      taken_by, taken_name, taken_at)
            """;

    private static final String INSERT = """
            with changed as (
              insert into special_record (id, register, stage, person, member_id, household_id, village_code, since,
                                          stage_on, contact_name, contact_phone, facts, sealed, recorded_by)
              select n.id, ?, ?, m.id_hash, m.id, h.id, h.village_code, n.since, n.since, n.contact_name,
                     decode(n.contact_phone, 'hex'), cast(n.facts as jsonb), decode(n.sealed, 'hex'), ?
              from unnest(?, ?, ?, ?, ?, ?, ?, ?)
                as n (id, member_id, household_id, since, contact_name, contact_phone, facts, sealed)
              left join member m on m.id = n.member_id
              join household h on h.id = coalesce(m.household_id, n.household_id)
              on conflict do nothing
              returning *)
            """ + TELL + """
            select id, revision, village_code, 'ENTRY', stage, since, null, null, '{}', facts, sealed, ?, ?, ? from changed
            """;

    private static final String CHANGE = """
            with changed as (
              update special_record r set {changes}, revision = r.revision + 1 where {condition} returning r.*)
            """ + TELL + """
            select id, revision, village_code, :step, stage, :on, cause, cast(:remark as text), :evidence, facts, sealed,
                   :by, :name, :at
            from changed
            """;

    private final AgroalDataSource database;
    private final Session session;
    private final FactsText texts;
    private final CurrentCaller caller;
    private final Clock clock;

    Ledger(AgroalDataSource database, Session session, FactsText texts, CurrentCaller caller, Clock clock) {
        this.database = database;
        this.session = session;
        this.texts = texts;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * What is entered.
     *
     * @param memberId null of a household
     * @param householdId null of a person
     */
    record Entry(
            UUID id,
            @Nullable UUID memberId,
            @Nullable UUID householdId,
            LocalDate since,
            @Nullable Contact contact,
            Facts facts) {}

    /** @return how many are new; of the others the id is taken, or a record is open already */
    int enter(SpecialRegister register, Stage stage, Collection<Entry> entries) {
        Caller acting = caller.get();
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, register.name());
            insert.setString(2, stage.name());
            insert.setString(3, acting.subject());
            int next = new Columns<>(insert, entries, 4)
                    .set("uuid", Entry::id)
                    .set("uuid", Entry::memberId)
                    .set("uuid", Entry::householdId)
                    .set("date", Entry::since)
                    .set(
                            "text",
                            entry -> entry.contact() == null
                                    ? null
                                    : entry.contact().name())
                    .set("text", entry -> hex(texts.sealedPhone(entry.id(), entry.contact())))
                    .set("text", entry -> texts.clear(entry.facts()))
                    .set("text", entry -> hex(texts.sealed(entry.id(), entry.facts())))
                    .next();
            insert.setString(next, acting.subject());
            insert.setString(next + 1, acting.name());
            insert.setObject(next + 2, clock.instant().atOffset(ZoneOffset.UTC));
            return insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(
                    "%d records of %s could not be entered".formatted(entries.size(), register), failure);
        }
    }

    /** The driver makes no arrays of bytes. */
    private static @Nullable String hex(byte @Nullable [] bytes) {
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }

    /**
     * What happens to records.
     *
     * @param condition which ones of {@code special_record r}
     * @param values of the named parameters in the condition
     */
    record Happening(
            Step step,
            LocalDate on,
            @Nullable String remark,
            List<String> evidence,
            Changes changes,
            String condition,
            Map<String, Object> values) {}

    /** @return how many records it happened to */
    int tell(Happening happening) {
        Caller acting = caller.get();
        MutationQuery change = session.createNativeMutationQuery(
                        CHANGE.replace("{changes}", happening.changes().sql())
                                .replace("{condition}", happening.condition()))
                .setParameter("step", happening.step().name())
                .setParameter("on", happening.on())
                .setParameter("remark", happening.remark(), String.class)
                .setParameter("evidence", happening.evidence().toArray(String[]::new))
                .setParameter("by", acting.subject())
                .setParameter("name", acting.name())
                .setParameter("at", clock.instant());
        happening.changes().values().forEach(change::setParameter);
        happening.values().forEach(change::setParameter);
        return change.executeUpdate();
    }

    /** All records of a condition come to the stage of a step that the service takes itself. */
    int advance(Step step, LocalDate on, String remark, String condition, Map<String, Object> values) {
        Stage to = Objects.requireNonNull(step.to());
        Changes changes = new Changes()
                .set("stage", to.name())
                .set("cause", null)
                .compute("stage_on", "greatest(r.stage_on, :on)")
                .compute("ended_on", to.isFinal() ? "greatest(r.stage_on, :on)" : "null");
        return tell(new Happening(step, on, remark, List.of(), changes, condition, values));
    }
}
