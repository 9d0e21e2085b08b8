package org.jingzhun.identification.adjustment;

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

/** Quality checks (动态调整质量控制) that drew the household into their sample: what was found, and what became of it. */
@ApplicationScoped
class QualityCheckSection implements ArchiveSection {

    private static final Heading HEADING = Heading.of("quality-checks", 970, "质量核查", "Quality checks");
    private static final Table<CheckedRow> CHECKED =
            Table.ofFacts("checks", "抽中的核查", "Checks that drew the household", CheckedRow.class);
    private static final String DRAWN = """
            select s.household_id, c.id, c.kind, c.seed, c.seed_source, c.drawn_at, s.stratum, s.position, s.status,
                   s.finding, s.facts, s.evidence, s.checkers, s.checked_on, s.recorded_name, s.link, s.linked_id,
                   s.refuted, s.settled
            from quality_check_sample s
            join quality_check c on c.id = s.check_id
            where s.household_id = any(?) order by s.household_id, c.drawn_at, c.id""";

    /** A check. */
    record CheckedRow(
            UUID id,

            @Label(value = "核查方式", codes = "quality-check-kind")
            String kind,

            @Label("随机种子") String seed,
            @Label("种子来源") String seedSource,
            @Label("抽样时间") @Nullable Instant drawnAt,
            @Label("抽样层") String stratum,
            @Label("层内序号") int position,

            @Label(value = "抽样时身份", codes = "sampled-standing")
            String status,

            @Label(value = "核查结论", codes = "quality-finding") @Nullable
            String finding,

            @Label("事实") @Nullable String facts,
            @Label("证据") List<String> evidence,
            @Label("核查人") List<String> checkers,
            @Label("核查日期") @Nullable LocalDate checkedOn,
            @Label("记录人") @Nullable String recordedBy,

            @Label(value = "整改方式", codes = "correction-link") @Nullable
            String link,

            @Nullable UUID linkedId,
            @Label("申辩理由") @Nullable String refuted,

            @Label(value = "整改结果", codes = "correction-state") @Nullable
            String settled) {}

    @Override
    public Heading heading() {
        return HEADING;
    }

    @Override
    public void read(Reading reading) throws SQLException {
        reading.table(CHECKED, DRAWN, QualityCheckSection::checked);
    }

    private static CheckedRow checked(ResultSet row) throws SQLException {
        return new CheckedRow(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("seed"),
                row.getString("seed_source"),
                Values.time(row, "drawn_at"),
                row.getString("stratum"),
                row.getInt("position"),
                row.getString("status"),
                row.getString("finding"),
                row.getString("facts"),
                Values.texts(row, "evidence"),
                Values.texts(row, "checkers"),
                Values.day(row, "checked_on"),
                row.getString("recorded_name"),
                row.getString("link"),
                row.getObject("linked_id", UUID.class),
                row.getString("refuted"),
                row.getString("settled"));
    }
}
