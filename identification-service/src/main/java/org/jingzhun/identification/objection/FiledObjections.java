package org.jingzhun.identification.objection;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jingzhun.identification.archive.section.Label;
import org.jingzhun.identification.archive.section.Reading;
import org.jingzhun.identification.archive.section.Table;
import org.jingzhun.identification.archive.section.Values;
import org.jspecify.annotations.Nullable;

/** What somebody held against cases of a household and how it was decided, in the file of the household. */
public final class FiledObjections {

    private static final Table<ObjectionRow> OBJECTIONS =
            Table.ofRows("objections", "公示异议及处理", "Objections and how they were decided", ObjectionRow.class);

    private static final String OBJECTED = """
            select x.household_id, o.{case_id} as case_id, o.raised_by, o.text, o.raised_on, o.state, o.finding,
                   o.investigators, o.resolved_name, o.resolved_at
            from {cases} x join {objections} o on o.{case_id} = x.id
            where x.household_id = any(?) order by x.household_id, o.raised_on, o.id""";

    private FiledObjections() {}

    /** An objection. */
    record ObjectionRow(
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

    /** Reads them into the section of their cases. */
    public static void read(Reading reading, Objected about) throws SQLException {
        reading.table(OBJECTIONS, about.fill(OBJECTED), FiledObjections::objection);
    }

    private static ObjectionRow objection(ResultSet row) throws SQLException {
        return new ObjectionRow(
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
