package org.jingzhun.identification.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jingzhun.identification.archive.section.ArchiveSection;
import org.jingzhun.identification.archive.section.Heading;
import org.jingzhun.identification.archive.section.Label;
import org.jingzhun.identification.archive.section.Reading;
import org.jingzhun.identification.archive.section.Table;
import org.jingzhun.identification.archive.section.Values;
import org.jspecify.annotations.Nullable;

/** Every version of a standard by which something about the household was decided, with its source. */
@ApplicationScoped
class StandardsSection implements ArchiveSection {

    private static final Heading HEADING = Heading.of("standards", 1900, "所依标准与来源", "Standards and sources");
    private static final Table<StandardRow> STANDARDS =
            Table.ofRows("standards", "标准版本", "Versions", StandardRow.class);

    private static final String USED = """
            with h as (select unnest(?::uuid[]) as household_id)
            select h.household_id, 'SCORECARD' as kind, s.version, s.valid_from, s.valid_to, s.mark, s.source,
                   encode(s.content_sha256, 'hex') as digest
            from h join scorecard s on exists (
              select from assessment a where a.household_id = h.household_id and (a.scorecard = s.version
                or exists (select from scoring g where g.campaign_id = a.campaign_id and g.scorecard = s.version
                             and g.in_force_since is not null)))
            union all
            select h.household_id, 'VETO_LIST', l.version, l.valid_from, null::date, l.mark, l.source, null
            from h join veto_list l on l.version in (
              select c.veto_list from campaign c join assessment a on a.campaign_id = c.id
              where a.household_id = h.household_id
              union select f.veto_list from flag f where f.household_id = h.household_id)
            union all
            select h.household_id, p.name, p.value || case when p.out_of > 1 then '/' || p.out_of else '' end,
                   null::date, null::date, null, p.source, null
            from h join policy p on p.id in (
              select unnest(array[c.notice_policy, c.quorum_policy, c.line_edge_policy])
              from campaign c join assessment a on a.campaign_id = c.id where a.household_id = h.household_id
              union select x.notice_policy from exit_case x where x.household_id = h.household_id
              union select t.notice_policy from transition_case t where t.household_id = h.household_id)
            union all
            select h.household_id, 'INCOME_RULES', r.version, r.valid_from, r.valid_to, r.mark, r.source,
                   encode(sha256(convert_to(r.content, 'UTF8')), 'hex')
            from h join income_rules r on exists (
              select from income i where i.household_id = h.household_id and i.rules = r.version)
            union all
            select h.household_id, 'EXIT_STANDARD', s.version, make_date(s.valid_from_year, 1, 1),
                   make_date(s.valid_to_year, 12, 31), s.mark, s.source, null
            from h join exit_standard s on exists (
              select from exit_case x where x.household_id = h.household_id and x.standard = s.version)
            union all
            select distinct h.household_id, 'POVERTY_LINE', l.year || ' ' || round(l.per_head_fen / 100.0, 2), null::date, null::date,
                   l.mark, l.source, null
            from h join exit_case x on x.household_id = h.household_id
            join exit_finding f on f.exit_id = x.id join poverty_line l on l.id = f.line_id
            order by 1, 2, 3, source""";

    /** What can be a standard. */
    private enum Kind {
        SCORECARD("识别指标体系"),
        VETO_LIST("一票否决清单"),
        NOTICE_DAYS("公示天数"),
        QUORUM("到会法定比例"),
        LINE_EDGE("分数线上下核查范围"),
        INCOME_RULES("收入核算口径"),
        EXIT_STANDARD("退出标准"),
        POVERTY_LINE("贫困线（元/人）");

        private final String zh;

        Kind(String zh) {
            this.zh = zh;
        }
    }

    /** A version of a standard. */
    record StandardRow(
            Kind kind,
            @Label("标准") String name,
            @Label("版本") String version,
            @Label("有效自") @Nullable LocalDate validFrom,
            @Label("至") @Nullable LocalDate validTo,
            @Label("核实标记") @Nullable String mark,
            @Label("来源") @Nullable String source,
            @Nullable String sha256) {}

    @Override
    public Heading heading() {
        return HEADING;
    }

    @Override
    public void read(Reading reading) throws SQLException {
        reading.table(STANDARDS, USED, StandardsSection::standard);
    }

    private static StandardRow standard(ResultSet row) throws SQLException {
        Kind kind = Kind.valueOf(row.getString("kind"));
        return new StandardRow(
                kind,
                kind.zh,
                row.getString("version"),
                Values.day(row, "valid_from"),
                Values.day(row, "valid_to"),
                row.getString("mark"),
                row.getString("source"),
                row.getString("digest"));
    }
}
