package org.jingzhun.identification.transition;

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

/** Returns, roll-backs and removals of a household with the gates they went through. */
@ApplicationScoped
class TransitionSection implements ArchiveSection {

    private static final Heading HEADING = Heading.of("transitions", 900, "返贫、回退与剔除", "Return, roll-back and removal");
    private static final Table<CaseRow> CASES = Table.ofFacts("cases", "事项", "Cases", CaseRow.class);
    private static final Table<StepRow> STEPS = Table.ofRows("steps", "程序", "Gates", StepRow.class);

    private static final String OF_CASES = """
            select c.household_id, c.id, c.kind, c.stage, c.year, c.reason, c.evidence, c.campaign_id, c.proposed_name,
                   c.proposed_at, c.notice_since, c.notice_days, p.source as notice_source, c.document_number,
                   c.applied_on
            from transition_case c left join policy p on p.id = c.notice_policy
            where c.household_id = any(?) order by c.household_id, c.proposed_at, c.id""";
    private static final String OF_STEPS = """
            select c.household_id, s.case_id, s.seq, s.gate, s.taken_name, s.taken_at, s.remark, s.signers, s.present,
                   s.entitled, s.votes, s.document_number
            from transition_case c join transition_step s on s.case_id = c.id
            where c.household_id = any(?) order by c.household_id, c.proposed_at, c.id, s.seq""";

    /** A case. */
    record CaseRow(
            UUID id,
            @Nullable UUID campaignId,

            @Label(value = "事项", codes = "register-transition")
            String kind,

            @Label(value = "进度", codes = "transition-stage") String stage,
            @Label("年度") int year,
            @Label("理由") String reason,
            @Label("证据") List<String> evidence,
            @Label("提出人") String proposedBy,
            @Label("提出时间") Instant proposedAt,
            @Label("公示始于") @Nullable LocalDate noticeSince,
            @Label("公示天数") @Nullable Integer noticeDays,
            @Label("公示依据") @Nullable String noticeSource,
            @Label("文号") @Nullable String documentNumber,
            @Label("生效日期") @Nullable LocalDate appliedOn) {}

    /** A gate that was opened. */
    record StepRow(
            UUID caseId,
            @Label("序") int seq,
            @Label(value = "环节", codes = "transition-gate") String gate,
            @Label("经办人") String takenBy,
            @Label("时间") Instant takenAt,
            @Label("签字人") List<String> signers,
            @Label("应到") @Nullable Integer entitled,
            @Label("实到") @Nullable Integer present,
            @Label("赞成") @Nullable Integer votes,
            @Label("文号") @Nullable String documentNumber,
            @Label("备注") @Nullable String remark) {}

    @Override
    public Heading heading() {
        return HEADING;
    }

    @Override
    public void read(Reading reading) throws SQLException {
        reading.table(CASES, OF_CASES, TransitionSection::transition);
        reading.table(STEPS, OF_STEPS, TransitionSection::step);
    }

    private static CaseRow transition(ResultSet row) throws SQLException {
        return new CaseRow(
                row.getObject("id", UUID.class),
                row.getObject("campaign_id", UUID.class),
                row.getString("kind"),
                row.getString("stage"),
                row.getInt("year"),
                row.getString("reason"),
                Values.texts(row, "evidence"),
                row.getString("proposed_name"),
                requireNonNull(Values.time(row, "proposed_at")),
                Values.day(row, "notice_since"),
                Values.number(row, "notice_days"),
                row.getString("notice_source"),
                row.getString("document_number"),
                Values.day(row, "applied_on"));
    }

    private static StepRow step(ResultSet row) throws SQLException {
        return new StepRow(
                row.getObject("case_id", UUID.class),
                row.getInt("seq"),
                row.getString("gate"),
                row.getString("taken_name"),
                requireNonNull(Values.time(row, "taken_at")),
                Values.texts(row, "signers"),
                Values.number(row, "entitled"),
                Values.number(row, "present"),
                Values.number(row, "votes"),
                row.getString("document_number"),
                row.getString("remark"));
    }
}
