package org.jingzhun.identification.special;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.query.Conditions;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.identification.special.derivation.Hardship;
import org.jingzhun.identification.special.facts.DropOutCause;
import org.jingzhun.identification.special.facts.Facts;
import org.jspecify.annotations.Nullable;

/** The records of the special registers in the caller's area. */
@ApplicationScoped
public class SpecialRecords {

    private static final String READ = """
            select r.id, r.register, r.stage, r.member_id, m.name, r.household_id, r.village_code, r.since, r.stage_on,
                   r.ended_on, r.cause, r.contact_name, r.contact_phone, cast(r.facts as text) as facts, r.sealed,
                   r.recorded_by, r.revision, coalesce(h.status in ('POOR', 'RETURNED'), false) as registered,
                   case when r.register = 'DISABILITY' then
                     (select string_agg(distinct a.assistance, ' ') from assistance_record a
                      where a.id_hash = r.person and a.valid_from <= :today
                        and (a.valid_to is null or a.valid_to >= :today)) end as assistance
            from special_record r
            join household h on h.id = r.household_id
            left join member m on m.id = r.member_id
            where\s""";

    private static final String HISTORY = """
            select step, stage, "on", cause, remark, evidence, cast(facts as text) as facts, sealed, taken_name, taken_at
            from special_step where record_id = :record order by seq
            """;

    private final Session database;
    private final FactsText texts;
    private final Clock clock;

    SpecialRecords(Session database, FactsText texts, Clock clock) {
        this.database = database;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * What to look for; null where it does not matter.
     *
     * @param kind code of the level, kind or settlement; the encrypted registers have none
     * @param contacted whether somebody is responsible
     */
    public record Filter(
            @Nullable Area division,
            @Nullable UUID household,
            @Nullable Stage stage,
            @Nullable String kind,
            @Nullable Integer schoolYear,
            @Nullable DropOutCause cause,
            @Nullable Boolean contacted) {}

    /** A step of a record's history, with the facts as they were then. */
    public record HistoryEntry(
            Step step,
            Stage stage,
            LocalDate on,
            @Nullable DropOutCause cause,
            @Nullable String remark,
            List<String> evidence,
            Facts facts,
            String takenBy,
            Instant takenAt) {

        public HistoryEntry {
            evidence = List.copyOf(evidence);
        }
    }

    /** The records of a register by village and id. */
    public Slice<SpecialRecord> list(SpecialRegister register, Filter filter, @Nullable Cursor after, int limit) {
        Conditions where = new Conditions()
                .equal("r.register", register)
                .within("r.village_code", filter.division())
                .equal("r.household_id", filter.household())
                .equal("r.stage", filter.stage())
                .equal("r.kind", filter.kind())
                .equal("r.school_year", filter.schoolYear())
                .equal("r.cause", filter.cause())
                .either(filter.contacted(), "r.contact_name is not null", "r.contact_name is null")
                .behind("r.village_code, r.id", after);
        List<SpecialRecord> rows = read(where + " order by r.village_code, r.id limit " + (limit + 1), where.values());
        return Slice.of(rows, limit, last -> Cursor.of(last.villageCode(), last.id()));
    }

    /** All records of a household, and of persons whose last household it is. */
    public List<SpecialRecord> listOf(UUID household) {
        return read("r.household_id = :household order by r.register, r.since, r.id", Map.of("household", household));
    }

    public Optional<SpecialRecord> find(UUID id) {
        return read("r.id = :id", Map.of("id", id)).stream().findFirst();
    }

    /** The same, holding off everybody else who wants to change it. */
    Optional<SpecialRecord> findLocked(UUID id) {
        return read("r.id = :id for update of r", Map.of("id", id)).stream().findFirst();
    }

    /** What became of a record, oldest first. */
    public List<HistoryEntry> history(SpecialRecord record) {
        return database
                .createNativeQuery(HISTORY, Tuple.class)
                .setParameter("record", record.id())
                .getResultList()
                .stream()
                .map(row -> new HistoryEntry(
                        Step.valueOf(row.get("step", String.class)),
                        Stage.valueOf(row.get("stage", String.class)),
                        row.get("on", LocalDate.class),
                        cause(row),
                        row.get("remark", String.class),
                        List.of(row.get("evidence", String[].class)),
                        facts(record.register(), record.id(), row),
                        row.get("taken_name", String.class),
                        row.get("taken_at", Instant.class)))
                .toList();
    }

    private List<SpecialRecord> read(String where, Map<String, Object> values) {
        NativeQuery<Tuple> query = database.createNativeQuery(READ + where, Tuple.class)
                .setParameter("today", LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI));
        values.forEach(query::setParameter);
        return query.getResultList().stream().map(this::record).toList();
    }

    private SpecialRecord record(Tuple row) {
        UUID id = row.get("id", UUID.class);
        SpecialRegister register = SpecialRegister.valueOf(row.get("register", String.class));
        String contact = row.get("contact_name", String.class);
        String assistance = Objects.toString(row.get("assistance", String.class), "");
        return new SpecialRecord(
                id,
                register,
                Stage.valueOf(row.get("stage", String.class)),
                row.get("member_id", UUID.class),
                row.get("name", String.class),
                row.get("household_id", UUID.class),
                row.get("village_code", Long.class),
                row.get("since", LocalDate.class),
                row.get("stage_on", LocalDate.class),
                row.get("ended_on", LocalDate.class),
                cause(row),
                contact == null ? null : new Contact(contact, texts.phone(id, row.get("contact_phone", byte[].class))),
                facts(register, id, row),
                new Hardship(
                        row.get("registered", Boolean.class),
                        assistance.contains("MINIMUM_ALLOWANCE"),
                        assistance.contains("FIVE_GUARANTEES")),
                row.get("recorded_by", String.class),
                row.get("revision", Long.class));
    }

    private Facts facts(SpecialRegister register, UUID id, Tuple row) {
        return texts.read(register, id, row.get("facts", String.class), row.get("sealed", byte[].class));
    }

    private static @Nullable DropOutCause cause(Tuple row) {
        String cause = row.get("cause", String.class);
        return cause == null ? null : DropOutCause.valueOf(cause);
    }
}
