package org.jingzhun.identification.household;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jingzhun.chassis.sealing.Sealing;
import org.jingzhun.identification.access.Discretion;
import org.jingzhun.identification.archive.section.ArchiveSection;
import org.jingzhun.identification.archive.section.Heading;
import org.jingzhun.identification.archive.section.Label;
import org.jingzhun.identification.archive.section.Reading;
import org.jingzhun.identification.archive.section.Table;
import org.jingzhun.identification.archive.section.Values;
import org.jingzhun.identification.household.identity.Disability;
import org.jingzhun.identification.household.identity.Masking;
import org.jingzhun.identification.household.identity.Sex;
import org.jspecify.annotations.Nullable;

/** Who the household is: where it lives and who belongs to it, as far as the reader may see. */
@ApplicationScoped
class HouseholdSection implements ArchiveSection {

    private static final Heading HEADING = Heading.of("household", 100, "农户与家庭成员", "Household and members");
    private static final Table<Identity> IDENTITY = Table.ofFacts("identity", "基本情况", "Identity", Identity.class);
    private static final Table<Person> MEMBERS = Table.ofRows("members", "家庭成员", "Members", Person.class);

    private static final String HOUSEHOLDS = """
            select h.id as household_id, h.village_code, concat_ws(' ', c.name, t.name, v.name) as place, h.hamlet,
                   h.address, h.householder, h.phone, h.persons, h.labourers, h.contradiction_rules
            from household h
            join division v on v.code = h.village_code
            left join division t on t.code = v.parent
            left join division c on c.code = t.parent
            where h.id = any(?)""";
    private static final String PEOPLE = """
            select household_id, id, name, sex, birth_date, relation, ethnicity, education, schooling, labour, work,
                   months_worked, insured, pensioned, secrets
            from member where household_id = any(?) order by household_id, birth_date, id""";

    private final Sealing sealing;

    HouseholdSection(Sealing sealing) {
        this.sealing = sealing;
    }

    /** The household itself. */
    record Identity(
            @Label("户主") String householder,
            @Label("行政村代码") String villageCode,
            @Label("所在地") String place,
            @Label("屯（组）") String hamlet,
            @Label("住址") String address,
            @Label("电话") @Nullable String phone,
            @Label("人口") int persons,
            @Label("劳动力") int labourers,
            @Label("矛盾规则版本") @Nullable String contradictionRules) {}

    /** A member of it. */
    record Person(
            UUID id,
            @Label("姓名") String name,
            @Label("证件号码") String idNumber,
            @Label(value = "性别", codes = "sex") Sex sex,
            @Label("出生日期") LocalDate birthDate,
            @Label(value = "与户主关系", codes = "relation") Relation relation,
            @Label(value = "民族", codes = "ethnicity") String ethnicity,
            @Label(value = "文化程度", codes = "education") Education education,
            @Label(value = "在校状况", codes = "schooling") Schooling schooling,
            @Label(value = "健康", codes = "health") @Nullable Health health,
            @Label("残疾") @Nullable String disability,
            @Label(value = "劳动能力", codes = "labour") Labour labour,
            @Label(value = "务工", codes = "work") Work work,
            @Label("务工月数") int monthsWorked,
            @Label("医保") boolean insured,
            @Label("养老保险") boolean pensioned) {}

    @Override
    public Heading heading() {
        return HEADING;
    }

    @Override
    public void read(Reading reading) throws SQLException {
        reading.table(IDENTITY, HOUSEHOLDS, row -> identity(row, reading.discretion()));
        reading.table(MEMBERS, PEOPLE, row -> person(row, reading.discretion()));
    }

    private Identity identity(ResultSet row, Discretion discretion) throws SQLException {
        byte[] sealed = row.getBytes("phone");
        String phone = sealed == null ? null : sealing.open(row.getObject("household_id", UUID.class), sealed);
        return new Identity(
                row.getString("householder"),
                Values.division(row, "village_code"),
                row.getString("place"),
                row.getString("hamlet"),
                row.getString("address"),
                phone == null || discretion.showsNumbers() ? phone : Masking.maskPhone(phone),
                row.getInt("persons"),
                row.getInt("labourers"),
                row.getString("contradiction_rules"));
    }

    private Person person(ResultSet row, Discretion discretion) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Secrets secrets = Secrets.open(sealing, id, row.getBytes("secrets"));
        Disability disability = secrets.disability();
        return new Person(
                id,
                row.getString("name"),
                discretion.showsNumbers()
                        ? secrets.idNumber().number()
                        : secrets.idNumber().masked(),
                Sex.valueOf(row.getString("sex")),
                requireNonNull(Values.day(row, "birth_date")),
                Relation.valueOf(row.getString("relation")),
                row.getString("ethnicity"),
                Education.valueOf(row.getString("education")),
                Schooling.valueOf(row.getString("schooling")),
                discretion.showsHealth() ? secrets.health() : null,
                discretion.showsHealth() && disability != null ? disability.toString() : null,
                Labour.valueOf(row.getString("labour")),
                Work.valueOf(row.getString("work")),
                row.getInt("months_worked"),
                row.getBoolean("insured"),
                row.getBoolean("pensioned"));
    }
}
