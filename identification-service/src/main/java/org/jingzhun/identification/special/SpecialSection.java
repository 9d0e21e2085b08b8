package org.jingzhun.identification.special;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jingzhun.identification.access.Discretion;
import org.jingzhun.identification.archive.section.ArchiveSection;
import org.jingzhun.identification.archive.section.Heading;
import org.jingzhun.identification.archive.section.Label;
import org.jingzhun.identification.archive.section.Reading;
import org.jingzhun.identification.archive.section.Table;
import org.jingzhun.identification.archive.section.Values;
import org.jspecify.annotations.Nullable;

/** The special registers of a household in its file: the records, and what became of them. */
@ApplicationScoped
class SpecialSection implements ArchiveSection {

    private static final String RECORDS = """
            select r.household_id, r.id, r.register, r.stage, m.name, r.since, r.stage_on, r.ended_on, r.cause,
                   r.contact_name, r.sealed, cast(r.facts as text) as facts
            from special_record r left join member m on m.id = r.member_id
            where r.household_id = any(?) order by r.household_id, r.register, r.since, r.id
            """;
    private static final String STEPS = """
            select r.household_id, r.register, s.record_id, s.seq, s.step, s.stage, s."on", s.remark, s.taken_name, s.taken_at
            from special_step s join special_record r on r.id = s.record_id
            where r.household_id = any(?) order by r.household_id, r.register, s.record_id, s.seq
            """;

    private static final Table<Line> LINES = Table.ofFacts("records", "台账记录", "Records", Line.class);
    private static final Table<Taken> TAKEN = Table.ofRows("steps", "动态记录", "What happened", Taken.class);

    private final FactsText texts;

    SpecialSection(FactsText texts) {
        this.texts = texts;
    }

    /** @param facts as their JSON; absent when they have numbers that the reader may not see whole */
    record Line(
            UUID id,
            @Label(value = "台账", codes = "special-register") SpecialRegister register,
            @Label("姓名") @Nullable String name,
            @Label(value = "状态", codes = "special-stage") Stage stage,
            @Label("起始日期") LocalDate since,
            @Label("状态日期") @Nullable LocalDate stageOn,
            @Label("终止日期") @Nullable LocalDate endedOn,

            @Label(value = "辍学原因", codes = "drop-out-cause") @Nullable
            String cause,

            @Label("责任人") @Nullable String contact,
            @Label("内容") @Nullable String facts) {}

    /** A step of a record. */
    record Taken(
            UUID recordId,
            long seq,
            @Label(value = "台账", codes = "special-register") SpecialRegister register,
            @Label(value = "事项", codes = "special-step") Step step,
            @Label(value = "状态", codes = "special-stage") Stage stage,
            @Label("日期") @Nullable LocalDate on,
            @Label("说明") @Nullable String remark,
            @Label("经办人") String takenBy,
            @Nullable Instant takenAt) {}

    @Override
    public Heading heading() {
        return Heading.of("special-registers", 250, "专项台账", "Special registers");
    }

    @Override
    public void read(Reading reading) throws SQLException {
        reading.query(RECORDS, (household, row) -> {
            if (isShown(reading, row)) {
                reading.add(household, LINES, line(row, reading.discretion()));
            }
        });
        reading.query(STEPS, (household, row) -> {
            if (isShown(reading, row)) {
                reading.add(household, TAKEN, taken(row));
            }
        });
    }

    private static boolean isShown(Reading reading, ResultSet row) throws SQLException {
        return reading.discretion().showsHealth() || !register(row).isSensitive();
    }

    private static SpecialRegister register(ResultSet row) throws SQLException {
        return SpecialRegister.valueOf(row.getString("register"));
    }

    private Line line(ResultSet row, Discretion discretion) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        byte[] sealed = row.getBytes("sealed");
        return new Line(
                id,
                register(row),
                row.getString("name"),
                Stage.valueOf(row.getString("stage")),
                Objects.requireNonNull(Values.day(row, "since")),
                Values.day(row, "stage_on"),
                Values.day(row, "ended_on"),
                row.getString("cause"),
                row.getString("contact_name"),
                sealed == null || discretion.showsNumbers() ? texts.json(id, row.getString("facts"), sealed) : null);
    }

    private static Taken taken(ResultSet row) throws SQLException {
        return new Taken(
                row.getObject("record_id", UUID.class),
                row.getLong("seq"),
                register(row),
                Step.valueOf(row.getString("step")),
                Stage.valueOf(row.getString("stage")),
                Values.day(row, "on"),
                row.getString("remark"),
                row.getString("taken_name"),
                Values.time(row, "taken_at"));
    }
}
