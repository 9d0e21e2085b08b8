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
            select u.household_id, 'SCORECARD' as kind, s.version, s.valid_from, s.valid_to, s.mark, s.source,
                   encode(s.content_sha256, 'hex') as digest
            from (
              select a.household_id, a.scorecard from h join assessment a on a.household_id = h.household_id
              union select a.household_id, g.scorecard from h join assessment a on a.household_id = h.household_id
              join scoring g on g.campaign_id = a.campaign_id and g.in_force_since is not null) u
            join scorecard s on s.version = u.scorecard
            union all
            select u.household_id, 'VETO_LIST', l.version, l.valid_from, null::date, l.mark, l.source, null
            from (
              select a.household_id, c.veto_list from h join assessment a on a.household_id = h.household_id
              join campaign c on c.id = a.campaign_id
              union select f.household_id, f.veto_list from h join flag f on f.household_id = h.household_id) u
            join veto_list l on l.version = u.veto_list
            union all
            select u.household_id, p.name, p.value || case when p.out_of > 1 then '/' || p.out_of else '' end,
                   null::date, null::date, null, p.source, null
            from (
              select a.household_id, unnest(array[c.notice_policy, c.quorum_policy, c.majority_policy, c.line_edge_policy,
                                                  c.visits_before_policy, c.visits_after_policy]) as policy
              from h join assessment a on a.household_id = h.household_id join campaign c on c.id = a.campaign_id
              union select x.household_id, unnest(array[x.notice_policy, s.quorum_policy, s.majority_policy])
              from h join exit_case x on x.household_id = h.household_id left join exit_step s on s.exit_id = x.id
              union select t.household_id, unnest(array[t.notice_policy, s.quorum_policy, s.majority_policy])
              from h join transition_case t on t.household_id = h.household_id
              left join transition_step s on s.case_id = t.id
              union select m.household_id, unnest(array[m.notice_policy, s.quorum_policy, s.majority_policy])
              from h join monitoring_case m on m.household_id = h.household_id
              left join monitoring_step s on s.case_id = m.id) u
            join policy p on p.id = u.policy
            union all
            select u.household_id, 'MONITORING_RULE', r.name || ' ' || r.value || ' ' || r.unit, r.valid_from, null, r.mark,
                   r.source, null
            from (
              select l.household_id, l.rule from h join monitoring_lead l on l.household_id = h.household_id
              union select m.household_id, m.due_rule from h join monitoring_case m on m.household_id = h.household_id) u
            join monitoring_rule r on r.id = u.rule
            union all
            select h.household_id, 'CONTRADICTIONS', r.version, r.valid_from, null, r.marks, null, r.digest
            from h join household k on k.id = h.household_id
            join (
              select version, min(valid_from) as valid_from, string_agg(distinct mark, ' ') as marks,
                     encode(sha256(convert_to(string_agg(
                       concat_ws('|', field, value, rule, years, mark, source), E'\n'
                       order by field, value, rule), 'UTF8')), 'hex') as digest
              from contradiction_rule group by version) r on r.version = k.contradiction_rules
            union all
            select u.household_id, 'INCOME_RULES', r.version, r.valid_from, r.valid_to, r.mark, r.source,
                   encode(sha256(convert_to(r.content, 'UTF8')), 'hex')
            from (select distinct i.household_id, i.rules from h join income i on i.household_id = h.household_id) u
            join income_rules r on r.version = u.rules
            union all
            select u.household_id, 'EXIT_STANDARD', s.version, make_date(s.valid_from_year, 1, 1),
                   make_date(s.valid_to_year, 12, 31), s.mark, s.source, null
            from (select distinct x.household_id, x.standard from h join exit_case x on x.household_id = h.household_id) u
            join exit_standard s on s.version = u.standard
            union all
            select u.household_id, 'POVERTY_LINE', l.year || ' ' || round(l.per_head_fen / 100.0, 2), null::date, null::date,
                   l.mark, l.source, null
            from (
              select x.household_id, f.line_id from h join exit_case x on x.household_id = h.household_id
              join exit_finding f on f.exit_id = x.id
              union select m.household_id, m.line_id from h join monitoring_lead m on m.household_id = h.household_id) u
            join poverty_line l on l.id = u.line_id
            order by 1, 2, 3, source""";

    /** What can be a standard. */
    private enum Kind {
        SCORECARD("识别指标体系"),
        VETO_LIST("一票否决清单"),
        NOTICE_DAYS("公示天数"),
        QUORUM("到会法定比例"),
        MAJORITY("通过法定比例"),
        LINE_EDGE("分数线上下核查范围"),
        VISIT_MONTHS_BEFORE("入户最早提前月数"),
        VISIT_MONTHS_AFTER("入户最迟推后月数"),
        CONTRADICTIONS("矛盾规则"),
        MONITORING_RULE("监测规则"),
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
