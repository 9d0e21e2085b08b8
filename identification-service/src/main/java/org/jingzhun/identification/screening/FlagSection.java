package org.jingzhun.identification.screening;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jingzhun.identification.archive.section.ArchiveSection;
import org.jingzhun.identification.archive.section.Heading;
import org.jingzhun.identification.archive.section.Label;
import org.jingzhun.identification.archive.section.Reading;
import org.jingzhun.identification.archive.section.Table;
import org.jingzhun.identification.archive.section.Values;
import org.jspecify.annotations.Nullable;

/** What departments' data or visits raised about a household, and what the second check found. */
@ApplicationScoped
class FlagSection implements ArchiveSection {

    private static final Heading HEADING = Heading.of("flags", 400, "疑点与核查", "Flags and second checks");
    private static final Table<FlagRow> FLAGS = Table.ofFacts("flags", "疑点", "Flags", FlagRow.class);

    private static final String OF_HOUSEHOLDS = """
            select f.household_id, f.id, f.campaign_id, f.screening_id, m.name as member, f.source, f.fact,
                   f.effective_on, f.value_fen, f.veto, coalesce(v.name_zh, f.veto) as veto_name, f.veto_list,
                   coalesce(e.name_zh, f.exception) as exception_name, f.ground, f.state, f.reason, f.evidence,
                   f.resolved_by, f.resolved_at, f.raised_name, f.raised_at, f.raised_evidence, d.as_of
            from flag f
            left join member m on m.id = f.member_id
            left join veto v on v.list = f.veto_list and v.code = f.veto
            left join veto_exception e on e.list = f.veto_list and e.code = f.exception
            left join dataset d on d.id = f.dataset_id
            where f.household_id = any(?) order by f.household_id, f.effective_on, f.id""";

    /** A flag. */
    record FlagRow(
            UUID id,
            @Nullable UUID campaignId,
            @Nullable UUID screeningId,
            @Label("成员") @Nullable String member,
            @Label(value = "来源", codes = "flag-source") String source,
            @Label("事实") String fact,
            @Label("事实日期") LocalDate effectiveOn,
            @Label("价值（元）") @Nullable String value,
            @Label("数据截至") @Nullable LocalDate asOf,
            String veto,
            @Label("否决项") String vetoName,
            @Label("否决清单") String vetoList,
            @Label("发现人") @Nullable String raisedBy,
            @Label("发现时间") @Nullable Instant raisedAt,
            @Label("发现证据") @Nullable String raisedEvidence,

            @Label("例外") @Nullable String exception,

            @Label(value = "核查结果", codes = "flag-state") String state,

            @Label(value = "排除依据", codes = "flag-ground") @Nullable
            String ground,

            @Label("理由") @Nullable String reason,
            @Label("证据") @Nullable String evidence,
            @Label("核查人") @Nullable String resolvedBy,
            @Label("核查时间") @Nullable Instant resolvedAt) {}

    @Override
    public Heading heading() {
        return HEADING;
    }

    @Override
    public void read(Reading reading) throws SQLException {
        reading.table(FLAGS, OF_HOUSEHOLDS, FlagSection::flag);
    }

    private static FlagRow flag(ResultSet row) throws SQLException {
        return new FlagRow(
                row.getObject("id", UUID.class),
                row.getObject("campaign_id", UUID.class),
                row.getObject("screening_id", UUID.class),
                row.getString("member"),
                row.getString("source"),
                row.getString("fact"),
                requireNonNull(Values.day(row, "effective_on")),
                Values.yuan(row, "value_fen"),
                Values.day(row, "as_of"),
                row.getString("veto"),
                row.getString("veto_name"),
                row.getString("veto_list"),
                row.getString("raised_name"),
                Values.time(row, "raised_at"),
                row.getString("raised_evidence"),
                row.getString("exception_name"),
                row.getString("state"),
                row.getString("ground"),
                row.getString("reason"),
                row.getString("evidence"),
                row.getString("resolved_by"),
                Values.time(row, "resolved_at"));
    }
}
