package org.jingzhun.identification.change;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.sealing.Sealing;
import org.jingzhun.identification.access.Discretion;
import org.jingzhun.identification.archive.section.ArchiveSection;
import org.jingzhun.identification.archive.section.Heading;
import org.jingzhun.identification.archive.section.Label;
import org.jingzhun.identification.archive.section.Reading;
import org.jingzhun.identification.archive.section.Table;
import org.jingzhun.identification.archive.section.Values;
import org.jingzhun.identification.household.Health;
import org.jingzhun.identification.household.HouseholdFacts;
import org.jingzhun.identification.household.Labour;
import org.jingzhun.identification.household.MemberFacts;
import org.jingzhun.identification.household.Relation;
import org.jingzhun.identification.household.identity.Disability;
import org.jingzhun.identification.household.identity.Masking;
import org.jingzhun.identification.household.identity.ResidentId;
import org.jingzhun.identification.household.identity.Sex;
import org.jspecify.annotations.Nullable;

/** Births, deaths, marriages and moves of a household, with who requested, reviewed and applied them. */
@ApplicationScoped
class ChangeSection implements ArchiveSection {

    private static final Heading HEADING = Heading.of("changes", 700, "人口自然增减", "Changes of the household");
    private static final Table<ChangeRow> CHANGES = Table.ofFacts("changes", "变更", "Changes", ChangeRow.class);

    private static final Table<StateRow> STATES =
            Table.ofRows("states", "变更前后的农户", "Households before and after", StateRow.class);
    private static final Table<MemberRow> MEMBERS =
            Table.ofRows("members", "变更前后的家庭成员", "Members before and after", MemberRow.class);

    private static final String SEALED = """
            select household_id, id, before, after from household_change
            where household_id = any(?) and stage = 'APPLIED' order by household_id, requested_at, id""";
    private static final String OF_HOUSEHOLDS = """
            select household_id, id, kind, stage, happened_on, reason, evidence, other_household, requested_name,
                   requested_at, reviewed_name, reviewed_at, ended_name, ended_at, remark
            from household_change where household_id = any(?)
            order by household_id, requested_at, id""";

    private final Sealing sealing;
    private final ObjectMapper json;

    ChangeSection(Sealing sealing, ObjectMapper json) {
        this.sealing = sealing;
        this.json = json;
    }

    /** On which side of a change. */
    enum Side {
        BEFORE,
        AFTER
    }

    /** The household before or after an applied change. */
    record StateRow(
            UUID changeId,
            @Label(value = "前后", codes = "change-side") Side side,
            @Label("户主") String householder,
            @Label("屯（组）") String hamlet,
            @Label("住址") String address,
            @Label("电话") @Nullable String phone,
            @Label("人口") int persons) {}

    /** A member before or after an applied change. */
    record MemberRow(
            UUID changeId,
            @Label(value = "前后", codes = "change-side") Side side,
            UUID memberId,
            @Label("姓名") String name,
            @Label("证件号码") String idNumber,
            @Label(value = "性别", codes = "sex") Sex sex,
            @Label("出生日期") LocalDate birthDate,
            @Label(value = "与户主关系", codes = "relation") Relation relation,
            @Label(value = "健康", codes = "health") @Nullable Health health,
            @Label("残疾") @Nullable String disability,
            @Label(value = "劳动能力", codes = "labour") Labour labour) {}

    /** A change. */
    record ChangeRow(
            UUID id,
            @Nullable UUID otherHousehold,
            @Label(value = "事项", codes = "household-change") String kind,
            @Label(value = "进度", codes = "change-stage") String stage,
            @Label("发生日期") LocalDate happenedOn,
            @Label("理由") String reason,
            @Label("证据") List<String> evidence,
            @Label("申请人") String requestedBy,
            @Label("申请时间") Instant requestedAt,
            @Label("审核人") @Nullable String reviewedBy,
            @Label("审核时间") @Nullable Instant reviewedAt,
            @Label("办结人") @Nullable String endedBy,
            @Label("办结时间") @Nullable Instant endedAt,
            @Label("备注") @Nullable String remark) {}

    @Override
    public Heading heading() {
        return HEADING;
    }

    @Override
    public void read(Reading reading) throws SQLException {
        reading.table(CHANGES, OF_HOUSEHOLDS, ChangeSection::change);
        reading.query(SEALED, (household, row) -> {
            add(reading, household, row, Side.BEFORE, "before");
            add(reading, household, row, Side.AFTER, "after");
        });
    }

    private void add(Reading reading, UUID household, ResultSet row, Side side, String column) throws SQLException {
        UUID change = row.getObject("id", UUID.class);
        HouseholdFacts facts = facts(sealing.open(change, row.getBytes(column)));
        Discretion discretion = reading.discretion();
        String phone = facts.phone();
        reading.add(
                household,
                STATES,
                new StateRow(
                        change,
                        side,
                        facts.householder(),
                        facts.hamlet(),
                        facts.address(),
                        phone == null || discretion.showsNumbers() ? phone : Masking.maskPhone(phone),
                        facts.members().size()));
        facts.members().forEach(member -> reading.add(household, MEMBERS, member(change, side, member, discretion)));
    }

    private HouseholdFacts facts(String text) {
        try {
            return json.readValue(text, HouseholdFacts.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("what was sealed of a change must be readable", unreadable);
        }
    }

    private static MemberRow member(UUID change, Side side, MemberFacts member, Discretion discretion) {
        ResidentId number = member.secrets().idNumber();
        Disability disability = member.secrets().disability();
        return new MemberRow(
                change,
                side,
                member.id(),
                member.name(),
                discretion.showsNumbers() ? number.number() : number.masked(),
                member.sex(),
                member.birthDate(),
                member.relation(),
                discretion.showsHealth() ? member.secrets().health() : null,
                discretion.showsHealth() && disability != null ? disability.toString() : null,
                member.labour());
    }

    private static ChangeRow change(ResultSet row) throws SQLException {
        return new ChangeRow(
                row.getObject("id", UUID.class),
                row.getObject("other_household", UUID.class),
                row.getString("kind"),
                row.getString("stage"),
                requireNonNull(Values.day(row, "happened_on")),
                row.getString("reason"),
                Values.texts(row, "evidence"),
                row.getString("requested_name"),
                requireNonNull(Values.time(row, "requested_at")),
                row.getString("reviewed_name"),
                Values.time(row, "reviewed_at"),
                row.getString("ended_name"),
                Values.time(row, "ended_at"),
                row.getString("remark"));
    }
}
