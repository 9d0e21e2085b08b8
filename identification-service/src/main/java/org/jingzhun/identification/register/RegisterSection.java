package org.jingzhun.identification.register;

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

/** How a household stands on the poverty register, and how it came to stand so. */
@ApplicationScoped
class RegisterSection implements ArchiveSection {

    private static final Heading HEADING = Heading.of("register", 500, "建档立卡", "Poverty register");
    private static final Table<EntryRow> ENTRY = Table.ofFacts("entry", "登记情况", "Entry", EntryRow.class);
    private static final Table<StatusRow> HISTORY =
            Table.ofFacts("history", "身份变动", "History of the status", StatusRow.class);

    private static final String ENTRIES = """
            select household_id, status, attribute, entry, entry_year, main_cause, other_causes, persons, labourers, score,
                   scorecard, line_version, year, campaign_id, registered_on, document_number, revision
            from register_entry where household_id = any(?)""";
    private static final String TRANSITIONS = """
            select household_id, revision, kind, from_status, to_status, "on", document_number, campaign_id, line_version,
                   scorecard, standard, case_id, reason, taken_name, taken_at
            from register_transition where household_id = any(?) order by household_id, revision""";

    /** The entry. */
    record EntryRow(
            UUID campaignId,
            @Label(value = "状态", codes = "register-status") String status,

            @Label(value = "属性", codes = "register-attribute")
            String attribute,

            @Label(value = "纳入方式", codes = "register-entry") String entry,
            @Label("纳入年度") int entryYear,
            @Label("识别年度") int year,
            @Label("登记日期") LocalDate registeredOn,
            @Label("文号") String documentNumber,
            @Label(value = "主要致贫原因", codes = "cause") String mainCause,
            @Label(value = "其他致贫原因", codes = "cause") List<String> otherCauses,
            @Label("人口") int persons,
            @Label("劳动力") int labourers,
            @Label("得分") int score,
            @Label("指标体系") String scorecard,
            @Label("分数线版本") int lineVersion,
            long revision) {}

    /** A change of the status. */
    record StatusRow(
            long revision,
            @Nullable UUID campaignId,
            @Nullable UUID caseId,
            String kind,

            @Label(value = "原状态", codes = "register-status") @Nullable
            String from,

            @Label(value = "新状态", codes = "register-status") String to,
            @Label("日期") LocalDate on,
            @Label("文号") String documentNumber,
            @Label("理由") @Nullable String reason,
            @Label("指标体系") @Nullable String scorecard,
            @Label("分数线版本") @Nullable Integer lineVersion,
            @Label("所依标准") @Nullable String standard,
            @Label("经办人") String takenBy,
            @Label("时间") Instant takenAt) {}

    @Override
    public Heading heading() {
        return HEADING;
    }

    @Override
    public void read(Reading reading) throws SQLException {
        reading.table(ENTRY, ENTRIES, RegisterSection::entry);
        reading.table(HISTORY, TRANSITIONS, RegisterSection::status);
    }

    private static EntryRow entry(ResultSet row) throws SQLException {
        return new EntryRow(
                row.getObject("campaign_id", UUID.class),
                row.getString("status"),
                row.getString("attribute"),
                row.getString("entry"),
                row.getInt("entry_year"),
                row.getInt("year"),
                requireNonNull(Values.day(row, "registered_on")),
                row.getString("document_number"),
                row.getString("main_cause"),
                Values.texts(row, "other_causes"),
                row.getInt("persons"),
                row.getInt("labourers"),
                row.getInt("score"),
                row.getString("scorecard"),
                row.getInt("line_version"),
                row.getLong("revision"));
    }

    private static StatusRow status(ResultSet row) throws SQLException {
        return new StatusRow(
                row.getLong("revision"),
                row.getObject("campaign_id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getString("kind"),
                row.getString("from_status"),
                row.getString("to_status"),
                requireNonNull(Values.day(row, "on")),
                row.getString("document_number"),
                row.getString("reason"),
                row.getString("scorecard"),
                Values.number(row, "line_version"),
                row.getString("standard"),
                row.getString("taken_name"),
                requireNonNull(Values.time(row, "taken_at")));
    }
}
