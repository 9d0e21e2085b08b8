package org.jingzhun.identification.special;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jingzhun.chassis.bulk.CellType;
import org.jingzhun.chassis.bulk.Check;
import org.jingzhun.chassis.bulk.Field;
import org.jingzhun.chassis.bulk.ImportKind;
import org.jingzhun.chassis.bulk.ImportParameters;
import org.jingzhun.chassis.bulk.Lines;
import org.jingzhun.chassis.bulk.Merged;
import org.jingzhun.chassis.bulk.Row;
import org.jingzhun.chassis.bulk.RowCheck;
import org.jingzhun.chassis.bulk.RowFormat;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.household.identity.Masking;
import org.jingzhun.identification.household.identity.ResidentId;
import org.jingzhun.identification.special.DiseaseClasses.DiseaseClass;
import org.jingzhun.identification.special.facts.Bearer;
import org.jingzhun.identification.special.facts.Facts;
import org.jingzhun.identification.special.facts.Fault;
import org.jingzhun.identification.special.facts.Patient;
import org.jingzhun.identification.special.facts.Rules;
import org.jspecify.annotations.Nullable;

/** Import of one special register: all share the staging table, since what is special to one is staged as its facts. */
final class SpecialImport implements ImportKind {

    static final Field<UUID> ID = Field.uuid("id");
    static final Field<LocalDate> SINCE = Field.date("since");
    static final Field<UUID> HOUSEHOLD_ID = Field.uuid("householdId").notStaged();
    static final String STAGING = "staged_special_record";

    private static final Field<String> CONTACT_NAME =
            Field.text("contactName", Contact.LONGEST_NAME).optional();
    private static final Field<String> CONTACT_PHONE =
            Field.text("contactPhone", Contact.LONGEST_PHONE).optional().notStaged();

    private static final String MERGE = """
            with changed as (
              insert into special_record as r (id, register, stage, person, member_id, household_id, village_code, since,
                                               stage_on, contact_name, contact_phone, facts, sealed, recorded_by)
              select s.id, ?, ?, s.person, m.id, h.id, h.village_code, s.since, s.since, s.contact_name, s.contact_phone,
                     s.facts, s.sealed, ?
              from staged_special_record s
              left join member m on m.id_hash = s.person
              join household h on h.id = coalesce(m.household_id, s.household_id)
              where %1$s order by s.line
              on conflict (id) do update set
                since = excluded.since,
                stage_on = case when r.stage_on = r.since then excluded.since else r.stage_on end,
                contact_name = excluded.contact_name, contact_phone = excluded.contact_phone,
                facts = excluded.facts, sealed = excluded.sealed, revision = r.revision + 1
              where (r.since, r.contact_name, r.contact_phone, r.facts, r.sealed) is distinct from
                    (excluded.since, excluded.contact_name, excluded.contact_phone, excluded.facts, excluded.sealed)
              returning r.*, (old.id is null) as is_new),
            told as (
            """.formatted(Lines.CONDITION) + Ledger.TELL + """
              select id, revision, village_code, case when is_new then 'ENTRY' else 'CORRECTION' end, stage,
                     case when is_new then since else cast(? as date) end, cause, null, '{}', facts, sealed, ?, ?, ?
              from changed)
            select count(*) filter (where is_new), count(*) filter (where not is_new),
                   (select count(*) from staged_special_record s where %s)
            from changed
            """.formatted(Lines.CONDITION);

    private final SpecialRegister register;
    private final List<Field<?>> special;
    private final Function<Row, @Nullable ResidentId> person;
    private final Function<Row, Facts> facts;
    private final Surroundings surroundings;

    /** What an import needs of the service. */
    record Surroundings(
            FactsText texts,
            Function<ResidentId, byte[]> hash,
            Supplier<Rules> rules,
            Supplier<List<DiseaseClass>> diseases,
            Supplier<Caller> caller,
            Clock clock) {

        LocalDate today() {
            return LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI);
        }
    }

    /**
     * @param special fields of this register alone, not staged
     * @param person whom a row is about; none of a register of households
     */
    SpecialImport(
            SpecialRegister register,
            List<Field<?>> special,
            Function<Row, @Nullable ResidentId> person,
            Function<Row, Facts> facts,
            Surroundings surroundings) {
        this.register = register;
        this.special = special;
        this.person = person;
        this.facts = facts;
        this.surroundings = surroundings;
    }

    @Override
    public String kind() {
        return register.plural();
    }

    @Override
    public Set<String> roles() {
        return Set.of(Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER, Role.SYSTEM);
    }

    @Override
    @SuppressWarnings("NullAway") // computed() permits absent values
    public RowFormat format(ImportParameters parameters) {
        Rules rules = surroundings.rules().get();
        List<DiseaseClass> diseases = surroundings.diseases().get();
        LocalDate today = surroundings.today();
        FactsText texts = surroundings.texts();
        return RowFormat.stagedIn(STAGING)
                .fields(ID, SINCE, CONTACT_NAME, CONTACT_PHONE)
                .fields(special.toArray(Field<?>[]::new))
                .computed("person", CellType.BYTES, row -> hash(row))
                .computed(
                        "household_id",
                        CellType.UUID_CELL,
                        row -> register.isOfHouseholds() ? row.get(HOUSEHOLD_ID) : null)
                .computed("contact_phone", CellType.BYTES, row -> texts.sealedPhone(row.get(ID), contact(row)))
                .computed("facts", CellType.JSON, row -> texts.clear(facts.apply(row)))
                .computed("sealed", CellType.BYTES, row -> texts.sealed(row.get(ID), facts.apply(row)))
                .check((row, verdict) -> check(row, verdict, rules, today))
                .check((row, verdict) -> {
                    if (facts.apply(row) instanceof Patient patient
                            && diseases.stream().noneMatch(each -> each.is(patient.disease(), row.get(SINCE)))) {
                        verdict.reject("/disease", "disease-unknown");
                    }
                })
                .build();
    }

    private byte @Nullable [] hash(Row row) {
        ResidentId id = person.apply(row);
        return id == null ? null : surroundings.hash().apply(id);
    }

    private static @Nullable Contact contact(Row row) {
        String name = row.find(CONTACT_NAME);
        return name == null ? null : new Contact(name, row.find(CONTACT_PHONE));
    }

    private void check(Row row, RowCheck.Verdict verdict, Rules rules, LocalDate today) {
        LocalDate since = row.get(SINCE);
        if (since.isAfter(today)) {
            verdict.reject(SINCE.pointer(), "change-in-the-future");
        }
        if (row.find(CONTACT_PHONE) != null && row.find(CONTACT_NAME) == null) {
            verdict.reject(CONTACT_NAME.pointer(), "contact-without-name");
        }
        if (Masking.isMasked(row.find(CONTACT_PHONE))) {
            verdict.reject(CONTACT_PHONE.pointer(), "masked-number");
        }
        ResidentId id = person.apply(row);
        Bearer bearer = id == null ? null : new Bearer(id.birthDate(), null);
        List<Fault> faults = Facts.check(facts.apply(row), bearer, since, rules);
        faults.forEach(fault ->
                verdict.reject(fault.pointer(), fault.code(), fault.args().toArray()));
    }

    @Override
    public List<Check> checks() {
        boolean households = register.isOfHouseholds();
        List<Check> checks = new ArrayList<>(List.of(
                Check.unrepeated("/id", STAGING, "id"),
                households
                        ? Check.that(
                                "/householdId",
                                "special-subject-unknown",
                                "not exists (select from household h where h.id = s.household_id)")
                        : Check.that(
                                register == SpecialRegister.DISABILITY ? "/certificate" : "/idNumber",
                                "special-subject-unknown",
                                "not exists (select from member m where m.id_hash = s.person)"),
                Check.that("/id", "special-another-person", """
                        exists (select from special_record r where r.id = s.id
                                and (r.register, r.person, case when r.person is null then r.household_id end)
                                    is distinct from ('%s', s.person, s.household_id))""".formatted(register)),
                Check.that(
                        "/id",
                        "special-record-ended",
                        "exists (select from special_record r where r.id = s.id and r.ended_on is not null"
                                + " and (r.facts, r.sealed) is distinct from (s.facts, s.sealed))")));
        if (register != SpecialRegister.PATIENT && register != SpecialRegister.CERTIFICATE) {
            String subject = households ? "r.household_id = s.household_id" : "r.person = s.person";
            checks.add(Check.that(
                    "/id",
                    "special-record-open",
                    "exists (select from special_record r where r.register = '%s' and %s and r.id <> s.id and r.ended_on is null)"
                            .formatted(register, subject)));
        }
        return checks;
    }

    @Override
    public List<String> fills() {
        return List.of("special_record", "special_step");
    }

    @Override
    public Merged merge(Connection connection, Lines lines) throws SQLException {
        Caller acting = surroundings.caller().get();
        try (PreparedStatement merge = connection.prepareStatement(MERGE)) {
            merge.setString(1, register.name());
            merge.setString(2, register.first().name());
            merge.setString(3, acting.subject());
            int next = lines.bind(merge, 4);
            merge.setObject(next, surroundings.today());
            merge.setString(next + 1, acting.subject());
            merge.setString(next + 2, acting.name());
            merge.setObject(next + 3, surroundings.clock().instant().atOffset(ZoneOffset.UTC));
            int unused = lines.bind(merge, next + 4);
            try (ResultSet row = merge.executeQuery()) {
                row.next();
                long inserted = row.getLong(1);
                long updated = row.getLong(2);
                return new Merged(inserted, updated, row.getLong(3) - inserted - updated);
            }
        }
    }
}
