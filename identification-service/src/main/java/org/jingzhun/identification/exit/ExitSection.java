package org.jingzhun.identification.exit;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jingzhun.identification.archive.section.ArchiveSection;
import org.jingzhun.identification.archive.section.Heading;
import org.jingzhun.identification.archive.section.Label;
import org.jingzhun.identification.archive.section.Reading;
import org.jingzhun.identification.archive.section.Table;
import org.jingzhun.identification.archive.section.Values;
import org.jingzhun.identification.objection.FiledObjections;
import org.jingzhun.identification.objection.Objected;
import org.jspecify.annotations.Nullable;

/** How a household left poverty: criteria with values and evidence, recognitions, approvals, and later re-checks. */
@ApplicationScoped
class ExitSection implements ArchiveSection {

    private static final Heading HEADING = Heading.of("exits", 800, "脱贫退出", "Exits");
    private static final Table<ExitRow> EXITS = Table.ofFacts("exits", "退出情况", "Exits", ExitRow.class);
    private static final Table<FindingRow> FINDINGS =
            Table.ofRows("findings", "逐项验收与历年复核", "Findings and re-checks", FindingRow.class);
    private static final Table<FormerRow> FORMER =
            Table.ofRows("former-findings", "更正前的验收结果", "Findings before they were corrected", FormerRow.class);
    private static final Table<StepRow> STEPS = Table.ofRows("steps", "退出程序", "Steps", StepRow.class);

    private static final String CASES = """
            select x.household_id, x.id, x.year, x.standard, s.name_zh, x.stage, x.planned_name, x.planned_at,
                   x.recognised_by, x.certified_by, x.recognised_on, x.notice_since, x.notice_days,
                   p.source as notice_source, x.document_number, x.exited_on
            from exit_case x
            join exit_standard s on s.version = x.standard
            left join policy p on p.id = x.notice_policy
            where x.household_id = any(?) order by x.household_id, x.planned_at, x.id""";
    private static final String FOUND = """
            select x.household_id, f.exit_id, f.year, f.criterion, k.name_zh, k.weight, k.comparison, f.stated, f.value,
                   f.threshold, k.unit, f.met, f.evidence, f.note, f.recorded_name, f.recorded_at
            from exit_case x
            join exit_finding f on f.exit_id = x.id
            join exit_criterion k on k.standard = f.standard and k.code = f.criterion
            where x.household_id = any(?) order by x.household_id, x.planned_at, x.id, f.year, k.number""";
    private static final String TAKEN = """
            select x.household_id, t.exit_id, t.seq, t.step, t.taken_name, t.taken_at, t.remark, t.signers, t.present,
                   t.entitled, t.votes, t.document_number
            from exit_case x
            join exit_step t on t.exit_id = x.id
            where x.household_id = any(?) order by x.household_id, x.planned_at, x.id, t.seq""";

    private static final String FORMERLY_FOUND = """
            select x.household_id, f.exit_id, f.year, k.name_zh, f.stated, f.value, f.met, f.evidence, f.recorded_name,
                   f.replaced_at
            from exit_case x
            join exit_former_finding f on f.exit_id = x.id
            join exit_criterion k on k.standard = f.standard and k.code = f.criterion
            where x.household_id = any(?)
            order by x.household_id, x.planned_at, x.id, f.year, k.number, f.replaced_at""";
    /** An exit. */
    record ExitRow(
            UUID id,
            @Label("年度") int year,
            @Label("退出标准") String standard,
            @Label("标准名称") String standardName,
            @Label(value = "进度", codes = "exit-stage") String stage,
            @Label("列入计划") String plannedBy,
            @Label("计划时间") Instant plannedAt,
            @Label("农户认可") @Nullable String recognisedBy,
            @Label("工作队认定") List<String> certifiedBy,
            @Label("双认定日期") @Nullable LocalDate recognisedOn,
            @Label("公示始于") @Nullable LocalDate noticeSince,
            @Label("公示天数") @Nullable Integer noticeDays,
            @Label("公示依据") @Nullable String noticeSource,
            @Label("批准文号") @Nullable String documentNumber,
            @Label("退出日期") @Nullable LocalDate exitedOn) {}

    /** What a check found of a criterion; years after that of the exit are re-checks. */
    record FindingRow(
            UUID exitId,
            @Label("年度") int year,
            String criterion,
            @Label("标准条目") String name,
            @Label(value = "类别", codes = "criterion-weight") String weight,
            String comparison,
            @Nullable Boolean stated,
            @Label("实测") @Nullable String value,
            @Label("标准值") @Nullable String threshold,

            @Label(value = "单位", codes = "criterion-unit") @Nullable
            String unit,

            @Label("达标") boolean met,
            @Label("证据") List<String> evidence,
            @Label("说明") @Nullable String note,
            @Label("记录人") String recordedBy,
            Instant recordedAt) {}

    /** What was found of a criterion before another finding took its place. */
    record FormerRow(
            UUID exitId,
            @Label("年度") int year,
            @Label("标准条目") String name,
            @Nullable Boolean stated,
            @Label("实测") @Nullable String value,
            @Label("达标") boolean met,
            @Label("证据") List<String> evidence,
            @Label("记录人") String recordedBy,
            @Label("更正时间") Instant replacedAt) {}

    /** A step that was taken. */
    record StepRow(
            UUID exitId,
            @Label("序") int seq,
            @Label(value = "环节", codes = "exit-step") String step,
            @Label("经办人") String takenBy,
            @Label("时间") Instant takenAt,
            @Label("签字人") List<String> signers,
            @Label("应到") @Nullable Integer entitled,
            @Label("实到") @Nullable Integer present,
            @Label("赞成") @Nullable Integer votes,
            @Label("文号") @Nullable String documentNumber,
            @Label("备注") @Nullable String remark) {}

    @Override
    public Heading heading() {
        return HEADING;
    }

    @Override
    public void read(Reading reading) throws SQLException {
        reading.table(EXITS, CASES, ExitSection::exit);
        reading.table(FINDINGS, FOUND, ExitSection::finding);
        reading.table(FORMER, FORMERLY_FOUND, ExitSection::former);
        FiledObjections.read(reading, Objected.EXIT);
        reading.table(STEPS, TAKEN, ExitSection::step);
    }

    private static ExitRow exit(ResultSet row) throws SQLException {
        return new ExitRow(
                row.getObject("id", UUID.class),
                row.getInt("year"),
                row.getString("standard"),
                row.getString("name_zh"),
                row.getString("stage"),
                row.getString("planned_name"),
                requireNonNull(Values.time(row, "planned_at")),
                row.getString("recognised_by"),
                Values.texts(row, "certified_by"),
                Values.day(row, "recognised_on"),
                Values.day(row, "notice_since"),
                Values.number(row, "notice_days"),
                row.getString("notice_source"),
                row.getString("document_number"),
                Values.day(row, "exited_on"));
    }

    private static FindingRow finding(ResultSet row) throws SQLException {
        return new FindingRow(
                row.getObject("exit_id", UUID.class),
                row.getInt("year"),
                row.getString("criterion"),
                row.getString("name_zh"),
                row.getString("weight"),
                row.getString("comparison"),
                Values.truth(row, "stated"),
                Values.decimal(row, "value"),
                Values.decimal(row, "threshold"),
                row.getString("unit"),
                row.getBoolean("met"),
                Values.texts(row, "evidence"),
                row.getString("note"),
                row.getString("recorded_name"),
                requireNonNull(Values.time(row, "recorded_at")));
    }

    private static FormerRow former(ResultSet row) throws SQLException {
        return new FormerRow(
                row.getObject("exit_id", UUID.class),
                row.getInt("year"),
                row.getString("name_zh"),
                Values.truth(row, "stated"),
                Values.decimal(row, "value"),
                row.getBoolean("met"),
                Values.texts(row, "evidence"),
                row.getString("recorded_name"),
                requireNonNull(Values.time(row, "replaced_at")));
    }

    private static StepRow step(ResultSet row) throws SQLException {
        return new StepRow(
                row.getObject("exit_id", UUID.class),
                row.getInt("seq"),
                row.getString("step"),
                row.getString("taken_name"),
                requireNonNull(Values.time(row, "taken_at")),
                Values.texts(row, "signers"),
                Values.number(row, "entitled"),
                Values.number(row, "present"),
                Values.number(row, "votes"),
                row.getString("document_number"),
                row.getString("remark"));
    }
}
