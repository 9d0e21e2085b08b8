package org.jingzhun.identification.campaign;

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

/** The campaigns in which a household was assessed: the gates of its village, the line and its rank, objections. */
@ApplicationScoped
class CampaignSection implements ArchiveSection {

    private static final Heading HEADING = Heading.of("campaigns", 300, "识别程序", "Identification");
    private static final Table<CampaignRow> CAMPAIGNS =
            Table.ofFacts("campaigns", "识别工作与分数线", "Campaigns and lines", CampaignRow.class);
    private static final Table<GateRow> GATES =
            Table.ofRows("gates", "两入户、两评议、两审核、两公示、一公告", "The nine gates", GateRow.class);
    private static final Table<ObjectionRow> OBJECTIONS =
            Table.ofFacts("objections", "异议与处理", "Objections", ObjectionRow.class);

    /** The households of the rounds in which they were assessed. */
    private static final String ROUNDS = """
            (select distinct a.household_id, a.campaign_id, a.village_code from assessment a
             where a.household_id = any(?)) h
            join campaign c on c.id = h.campaign_id
            join round r on r.campaign_id = h.campaign_id and r.village_code = h.village_code
            """;

    private static final String OF_CAMPAIGNS = """
            select h.household_id, c.id, c.year, c.scorecard, c.veto_list, c.quota_persons, c.point_in_time,
                   c.notice_days, p.source as notice_source, c.screened_at, r.id as round_id, r.stage,
                   r.document_number, k.score, k.persons, k.vetoed, l.version, l.origin, l.score as line,
                   l.method, l.set_by_name, l.set_at, l.document_number as line_document,
                   t.households_before + 1 as rank
            from\s""" + ROUNDS + """
            join policy p on p.id = c.notice_policy
            left join candidate k on k.campaign_id = c.id and k.household_id = h.household_id
            left join line_in_force l on l.campaign_id = c.id
            left join line_tie t on t.campaign_id = c.id and t.version = l.version and t.score = k.score and not k.vetoed
            order by h.household_id, c.year, c.id""";
    private static final String OF_GATES = """
            select h.household_id, c.year, s.round_id, s.gate, s.taken_name, s.taken_at, s.remark, s.signers, s.present,
                   s.entitled, s.votes
            from\s""" + ROUNDS + """
            join round_step s on s.round_id = r.id
            order by h.household_id, c.year, s.round_id, s.taken_at, s.gate""";
    private static final String OF_OBJECTIONS = """
            select o.household_id, o.id, o.round_id, o.raised_by, o.raised_on, o.text, o.state, o.finding,
                   o.investigators, o.resolved_at
            from objection o where o.household_id = any(?) order by o.household_id, o.raised_on, o.id""";

    /** A campaign. */
    record CampaignRow(
            UUID id,
            UUID roundId,
            @Label("年度") int year,
            @Label(value = "本村进度", codes = "round-stage") String stage,
            @Label("公告文号") @Nullable String documentNumber,
            @Label("指标体系") String scorecard,
            @Label("否决清单") String vetoList,
            @Label("指标人数") int quotaPersons,
            @Label("时点") LocalDate pointInTime,
            @Label("公示天数") int noticeDays,
            @Label("公示依据") String noticeSource,
            @Label("数据比对时间") @Nullable Instant screenedAt,
            @Label("本户得分") @Nullable Integer score,
            @Label("本户人口") @Nullable Integer persons,
            @Label("经核实否决") @Nullable Boolean vetoed,
            @Label("分数线") @Nullable Integer line,
            @Label("分数线版本") @Nullable Integer lineVersion,

            @Label(value = "分数线来源", codes = "line-origin") @Nullable
            String lineOrigin,

            @Label("计算方法") @Nullable String lineMethod,
            @Label("分数线文号") @Nullable String lineDocument,
            @Label("划线人") @Nullable String lineSetBy,
            @Label("划线时间") @Nullable Instant lineSetAt,
            @Label("本户位次") @Nullable Integer rank) {}

    /** A gate that was opened. */
    record GateRow(
            UUID roundId,
            @Label("年度") int year,
            @Label(value = "环节", codes = "gate") String gate,
            @Label("经办人") String takenBy,
            @Label("时间") Instant takenAt,
            @Label("签字人") List<String> signers,
            @Label("应到") @Nullable Integer entitled,
            @Label("实到") @Nullable Integer present,
            @Label("赞成") @Nullable Integer votes,
            @Label("备注") @Nullable String remark) {}

    /** An objection about the household. */
    record ObjectionRow(
            UUID id,
            UUID roundId,
            @Label("提出人") String raisedBy,
            @Label("提出日期") LocalDate raisedOn,
            @Label("内容") String text,
            @Label(value = "结果", codes = "objection-state") String state,
            @Label("调查结论") @Nullable String finding,
            @Label("调查人") List<String> investigators,
            @Label("处理时间") @Nullable Instant resolvedAt) {}

    @Override
    public Heading heading() {
        return HEADING;
    }

    @Override
    public void read(Reading reading) throws SQLException {
        reading.table(CAMPAIGNS, OF_CAMPAIGNS, CampaignSection::campaign);
        reading.table(GATES, OF_GATES, CampaignSection::gate);
        reading.table(OBJECTIONS, OF_OBJECTIONS, CampaignSection::objection);
    }

    private static CampaignRow campaign(ResultSet row) throws SQLException {
        return new CampaignRow(
                row.getObject("id", UUID.class),
                row.getObject("round_id", UUID.class),
                row.getInt("year"),
                row.getString("stage"),
                row.getString("document_number"),
                row.getString("scorecard"),
                row.getString("veto_list"),
                row.getInt("quota_persons"),
                requireNonNull(Values.day(row, "point_in_time")),
                row.getInt("notice_days"),
                row.getString("notice_source"),
                Values.time(row, "screened_at"),
                Values.number(row, "score"),
                Values.number(row, "persons"),
                Values.truth(row, "vetoed"),
                Values.number(row, "line"),
                Values.number(row, "version"),
                row.getString("origin"),
                row.getString("method"),
                row.getString("line_document"),
                row.getString("set_by_name"),
                Values.time(row, "set_at"),
                Values.number(row, "rank"));
    }

    private static GateRow gate(ResultSet row) throws SQLException {
        return new GateRow(
                row.getObject("round_id", UUID.class),
                row.getInt("year"),
                row.getString("gate"),
                row.getString("taken_name"),
                requireNonNull(Values.time(row, "taken_at")),
                Values.texts(row, "signers"),
                Values.number(row, "entitled"),
                Values.number(row, "present"),
                Values.number(row, "votes"),
                row.getString("remark"));
    }

    private static ObjectionRow objection(ResultSet row) throws SQLException {
        return new ObjectionRow(
                row.getObject("id", UUID.class),
                row.getObject("round_id", UUID.class),
                row.getString("raised_by"),
                requireNonNull(Values.day(row, "raised_on")),
                row.getString("text"),
                row.getString("state"),
                row.getString("finding"),
                Values.texts(row, "investigators"),
                Values.time(row, "resolved_at"));
    }
}
