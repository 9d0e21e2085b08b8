package org.jingzhun.identification.objection;

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
import org.jspecify.annotations.Nullable;

/** What somebody held against an exit of the household or its monitoring, and how it was decided. */
@ApplicationScoped
class ObjectionSection implements ArchiveSection {

    private static final Heading HEADING =
            Heading.of("objections", 960, "公示异议及处理", "Objections and how they were decided");
    private static final Table<ObjectionRow> OBJECTIONS =
            Table.ofRows("objections", "退出与监测的异议", "Objections to exits and monitoring", ObjectionRow.class);

    private static final String OBJECTED = """
            with h as (select unnest(?::uuid[]) as id)
            select x.household_id, 'EXIT' as about, o.exit_id as case_id, o.id, o.raised_by, o.text, o.raised_on, o.state,
                   o.finding, o.investigators, o.resolved_name, o.resolved_at
            from h join exit_case x on x.household_id = h.id join exit_objection o on o.exit_id = x.id
            union all
            select m.household_id, 'MONITORING', o.case_id, o.id, o.raised_by, o.text, o.raised_on, o.state,
                   o.finding, o.investigators, o.resolved_name, o.resolved_at
            from h join monitoring_case m on m.household_id = h.id join monitoring_objection o on o.case_id = m.id
            order by household_id, raised_on, id""";

    /** An objection. */
    record ObjectionRow(
            Objected about,
            @Label("针对") String subject,
            UUID caseId,
            @Label("提出人") String raisedBy,
            @Label("异议") String text,
            @Label("提出日期") LocalDate raisedOn,

            @Label(value = "处理结果", codes = "objection-state")
            ObjectionState state,

            @Label("核查情况") @Nullable String finding,
            @Label("核查人") List<String> investigators,
            @Label("处理人") @Nullable String resolvedBy,
            @Label("处理时间") @Nullable Instant resolvedAt) {}

    @Override
    public Heading heading() {
        return HEADING;
    }

    @Override
    public void read(Reading reading) throws SQLException {
        reading.table(OBJECTIONS, OBJECTED, ObjectionSection::objection);
    }

    private static ObjectionRow objection(ResultSet row) throws SQLException {
        Objected about = Objected.valueOf(row.getString("about"));
        return new ObjectionRow(
                about,
                switch (about) {
                    case EXIT -> "脱贫退出";
                    case MONITORING -> "防止返贫监测";
                },
                row.getObject("case_id", UUID.class),
                row.getString("raised_by"),
                row.getString("text"),
                requireNonNull(Values.day(row, "raised_on")),
                ObjectionState.valueOf(row.getString("state")),
                row.getString("finding"),
                Values.texts(row, "investigators"),
                row.getString("resolved_name"),
                Values.time(row, "resolved_at"));
    }
}
