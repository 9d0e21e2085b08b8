package org.jingzhun.identification.monitoring;

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

/** How the household was monitored: cases, leads, measures and steps. */
@ApplicationScoped
class MonitoringSection implements ArchiveSection {

    private static final Heading HEADING = Heading.of("monitoring", 950, "防止返贫监测", "Monitoring of return to poverty");
    private static final Table<Case> CASES = Table.ofRows("cases", "监测情况", "Cases", Case.class);
    private static final Table<Told> LEADS = Table.ofRows("leads", "线索", "Leads", Told.class);
    private static final Table<Done> MEASURES = Table.ofRows("measures", "帮扶措施", "Measures", Done.class);
    private static final Table<Taken> STEPS = Table.ofRows("steps", "办理过程", "Steps", Taken.class);

    private static final String READ_CASES = """
            select household_id, id, stage, class, risks, raised_on, monitored_on, document_number, ended_on,
                   closure_document
            from monitoring_case where household_id = any(?) order by household_id, id""";
    private static final String READ_LEADS = """
            select household_id, case_id, source, risk, told_by, told_on, remark
            from monitoring_lead where household_id = any(?) order by household_id, id""";
    private static final String READ_MEASURES = """
            select c.household_id, m.case_id, m.kind, m.content, m.responsible, m.planned_on, m.due_on, m.state, m.done_on
            from monitoring_measure m join monitoring_case c on c.id = m.case_id
            where c.household_id = any(?) order by c.household_id, m.id""";
    private static final String READ_STEPS = """
            select c.household_id, s.case_id, s.step, s.taken_name, s.taken_at, s.remark, s.signers, s.evidence,
                   s.document_number
            from monitoring_step s join monitoring_case c on c.id = s.case_id
            where c.household_id = any(?) order by c.household_id, s.case_id, s.seq""";

    /** A time of monitoring. */
    record Case(
            UUID id,
            @Label(value = "阶段", codes = "monitoring-stage") Stage stage,

            @Label(value = "类别", codes = "monitoring-class") @Nullable
            MonitoringClass monitoringClass,

            @Label(value = "风险", codes = "monitoring-risk") List<String> risks,
            @Label("线索日期") LocalDate raisedOn,
            @Label("纳入日期") @Nullable LocalDate monitoredOn,
            @Label("纳入文号") @Nullable String documentNumber,
            @Label("结束日期") @Nullable LocalDate endedOn,
            @Label("消除文号") @Nullable String closureDocument) {}

    /** A lead. */
    record Told(
            UUID monitoringId,

            @Label(value = "来源", codes = "monitoring-lead-source")
            LeadSource source,

            @Label(value = "风险", codes = "monitoring-risk") Risk risk,
            @Label("反映人") String toldBy,
            @Label("日期") LocalDate toldOn,
            @Label("说明") @Nullable String remark) {}

    /** A measure. */
    record Done(
            UUID monitoringId,

            @Label(value = "措施", codes = "monitoring-measure")
            MeasureKind kind,

            @Label("内容") String content,
            @Label("责任人") String responsible,
            @Label("制定日期") LocalDate plannedOn,
            @Label("期限") LocalDate dueOn,

            @Label(value = "状态", codes = "monitoring-measure-state")
            MeasureState state,

            @Label("完成日期") @Nullable LocalDate doneOn) {}

    /** A step. */
    record Taken(
            UUID monitoringId,
            @Label(value = "步骤", codes = "monitoring-step") Step step,
            @Label("办理人") String takenBy,
            @Label("时间") Instant takenAt,
            @Label("说明") @Nullable String remark,
            @Label("签字") List<String> signers,
            @Label("佐证") List<String> evidence,
            @Label("文号") @Nullable String documentNumber) {}

    @Override
    public Heading heading() {
        return HEADING;
    }

    @Override
    public void read(Reading reading) throws SQLException {
        reading.table(CASES, READ_CASES, MonitoringSection::monitored);
        reading.table(LEADS, READ_LEADS, MonitoringSection::told);
        reading.table(MEASURES, READ_MEASURES, MonitoringSection::done);
        FiledObjections.read(reading, Objected.MONITORING);
        reading.table(STEPS, READ_STEPS, MonitoringSection::taken);
    }

    private static Case monitored(ResultSet row) throws SQLException {
        String monitoringClass = row.getString("class");
        return new Case(
                row.getObject("id", UUID.class),
                Stage.valueOf(row.getString("stage")),
                monitoringClass == null ? null : MonitoringClass.valueOf(monitoringClass),
                Values.texts(row, "risks"),
                requireNonNull(Values.day(row, "raised_on")),
                Values.day(row, "monitored_on"),
                row.getString("document_number"),
                Values.day(row, "ended_on"),
                row.getString("closure_document"));
    }

    private static Told told(ResultSet row) throws SQLException {
        return new Told(
                row.getObject("case_id", UUID.class),
                LeadSource.valueOf(row.getString("source")),
                Risk.valueOf(row.getString("risk")),
                row.getString("told_by"),
                requireNonNull(Values.day(row, "told_on")),
                row.getString("remark"));
    }

    private static Done done(ResultSet row) throws SQLException {
        return new Done(
                row.getObject("case_id", UUID.class),
                MeasureKind.valueOf(row.getString("kind")),
                row.getString("content"),
                row.getString("responsible"),
                requireNonNull(Values.day(row, "planned_on")),
                requireNonNull(Values.day(row, "due_on")),
                MeasureState.valueOf(row.getString("state")),
                Values.day(row, "done_on"));
    }

    private static Taken taken(ResultSet row) throws SQLException {
        return new Taken(
                row.getObject("case_id", UUID.class),
                Step.valueOf(row.getString("step")),
                row.getString("taken_name"),
                requireNonNull(Values.time(row, "taken_at")),
                row.getString("remark"),
                Values.texts(row, "signers"),
                Values.texts(row, "evidence"),
                row.getString("document_number"));
    }
}
