package org.jingzhun.identification.household;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jingzhun.chassis.bulk.CellType;
import org.jingzhun.chassis.bulk.Check;
import org.jingzhun.chassis.bulk.Field;
import org.jingzhun.chassis.bulk.FieldType;
import org.jingzhun.chassis.bulk.FreshLines;
import org.jingzhun.chassis.bulk.ImportKind;
import org.jingzhun.chassis.bulk.ImportParameters;
import org.jingzhun.chassis.bulk.ImportSummary;
import org.jingzhun.chassis.bulk.InvalidValue;
import org.jingzhun.chassis.bulk.Lines;
import org.jingzhun.chassis.bulk.Merged;
import org.jingzhun.chassis.bulk.Row;
import org.jingzhun.chassis.bulk.RowCheck;
import org.jingzhun.chassis.bulk.RowFormat;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.identification.household.identity.Disability;
import org.jingzhun.identification.household.identity.ResidentId;
import org.jingzhun.identification.household.identity.Sex;

/** Import of the members of known households. Id number, health and disability are sealed before they are staged. */
@ApplicationScoped
public class MemberImport implements ImportKind {

    private static final String STAGING = "staged_member";
    private static final Field<UUID> ID = Field.uuid("id");
    private static final Field<UUID> HOUSEHOLD_ID = Field.uuid("householdId");
    private static final Field<String> NAME = Field.text("name", HouseholdFacts.LONGEST_NAME);
    private static final Field<ResidentId> ID_NUMBER = IdNumbers.field("idNumber");
    private static final Field<Sex> SEX = Field.enumeration("sex", Sex.class);
    private static final Field<LocalDate> BIRTH_DATE = Field.date("birthDate");
    private static final Field<Relation> RELATION = Field.enumeration("relation", Relation.class);
    private static final Field<String> ETHNICITY =
            Field.text("ethnicity", Pattern.compile(HouseholdFacts.ETHNICITY), "08");
    private static final Field<Education> EDUCATION = Field.enumeration("education", Education.class);
    private static final Field<Schooling> SCHOOLING = Field.enumeration("schooling", Schooling.class);
    private static final Field<Health> HEALTH =
            Field.enumeration("health", Health.class).notStaged();
    private static final Field<Disability> DISABILITY =
            Field.of("disability", new DisabilityType()).optional().notStaged();
    private static final Field<Labour> LABOUR = Field.enumeration("labour", Labour.class);
    private static final Field<Work> WORK = Field.enumeration("work", Work.class);
    private static final Field<Integer> MONTHS_WORKED = Field.integer("monthsWorked", 0, 12);
    private static final Field<Boolean> INSURED = Field.bool("insured");
    private static final Field<Boolean> PENSIONED = Field.bool("pensioned");

    private final Sealing sealing;
    private final Contradictions contradictions;
    private final Recounting recounting;
    private final MembersTelling telling;
    private final Clock clock;

    MemberImport(
            Sealing sealing,
            Contradictions contradictions,
            Recounting recounting,
            MembersTelling telling,
            Clock clock) {
        this.sealing = sealing;
        this.contradictions = contradictions;
        this.recounting = recounting;
        this.telling = telling;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "members";
    }

    @Override
    public Set<String> roles() {
        return HouseholdImport.ROLES;
    }

    @Override
    public RowFormat format(ImportParameters parameters) {
        LocalDate asOf = asOf(parameters);
        ContradictionRules rules = contradictions.inForce();
        return RowFormat.stagedIn(STAGING)
                .fields(ID, HOUSEHOLD_ID, NAME, ID_NUMBER, SEX, BIRTH_DATE, RELATION, ETHNICITY, EDUCATION, SCHOOLING)
                .fields(HEALTH, DISABILITY, LABOUR, WORK, MONTHS_WORKED, INSURED, PENSIONED)
                .computed("secrets", CellType.BYTES, row -> sealedSecrets(row))
                .computed("id_hash", CellType.BYTES, row -> sealing.hash(row.get(ID_NUMBER)))
                .check((row, verdict) -> check(rules, asOf, row, verdict))
                .build();
    }

    private byte[] sealedSecrets(Row row) {
        return new Secrets(row.get(ID_NUMBER), row.get(HEALTH), row.find(DISABILITY)).seal(sealing, row.get(ID));
    }

    /** The last day for which the facts can be: of the year that the sender names, or today. */
    private LocalDate asOf(ImportParameters parameters) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI);
        OptionalInt year = parameters.year();
        return year.isPresent() && year.getAsInt() < today.getYear() ? LocalDate.of(year.getAsInt(), 12, 31) : today;
    }

    private static void check(ContradictionRules rules, LocalDate asOf, Row row, RowCheck.Verdict verdict) {
        ResidentId idNumber = row.get(ID_NUMBER);
        if (!idNumber.birthDate().equals(row.get(BIRTH_DATE))) {
            verdict.reject(BIRTH_DATE.pointer(), "birth-date-differs");
        }
        if (!idNumber.fits(row.get(SEX))) {
            verdict.reject(SEX.pointer(), "sex-differs");
        }
        List<Enum<?>> values =
                List.of(row.get(SCHOOLING), row.get(EDUCATION), row.get(LABOUR), row.get(WORK), row.get(RELATION));
        rules.check(row.get(BIRTH_DATE), asOf, values, verdict::reject);
        ContradictionRules.checkTraits(
                row.get(WORK), row.get(MONTHS_WORKED), row.get(HEALTH), row.find(DISABILITY) != null, verdict::reject);
    }

    @Override
    public List<Check> checks() {
        return MemberChecks.all(contradictions.inForce());
    }

    @Override
    public Optional<FreshLines> fresh() {
        return Optional.of(new FreshMembers(contradictions.inForce()));
    }

    @Override
    public List<String> fills() {
        return List.of("member", "household");
    }

    @Override
    public Merged merge(Connection connection, Lines lines) throws SQLException {
        return MemberMerging.merge(connection, lines);
    }

    @Override
    public void afterMerge(Connection connection, Lines lines) throws SQLException {
        MemberMerging.count(connection, contradictions.inForce(), lines);
    }

    /** Many at once, since each chunk joins its households to those of the whole area. */
    @Override
    public int linesAtOnce() {
        return 20_000;
    }

    @Override
    public boolean overlaps() {
        return true;
    }

    @Override
    public void finished(Connection connection, Lines all, ImportSummary summary) throws SQLException {
        recounting.recount();
        telling.tell(MemberMerging.registered(connection, all));
    }

    private record DisabilityType() implements FieldType<Disability> {

        @Override
        public Disability ofText(String text) throws InvalidValue {
            try {
                return Disability.parse(text);
            } catch (IllegalArgumentException malformed) {
                throw new InvalidValue("disability-format");
            }
        }

        @Override
        public CellType<Disability> cell() {
            throw new IllegalStateException("a disability must not be staged");
        }
    }
}
