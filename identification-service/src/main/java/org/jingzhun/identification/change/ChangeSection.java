package org.jingzhun.identification.change;

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

/** Births, deaths, marriages and moves of a household, with who requested, reviewed and applied them. */
@ApplicationScoped
class ChangeSection implements ArchiveSection {

    private static final Heading HEADING = Heading.of("changes", 700, "人口自然增减", "Changes of the household");
    private static final Table<ChangeRow> CHANGES = Table.ofFacts("changes", "变更", "Changes", ChangeRow.class);

    private static final String OF_HOUSEHOLDS = """
            select household_id, id, kind, stage, happened_on, reason, evidence, other_household, requested_name,
                   requested_at, reviewed_name, reviewed_at, ended_name, ended_at, remark
            from household_change where household_id = any(?)
            order by household_id, requested_at, id""";

    /** A change; what was before and after stays encrypted with it. */
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
