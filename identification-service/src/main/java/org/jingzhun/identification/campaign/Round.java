package org.jingzhun.identification.campaign;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.time.Clocks;
import org.jspecify.annotations.Nullable;

/** The way of one village through the nine gates of a campaign. Opened set-based, together with its campaign. */
@Entity
@SuppressWarnings("NullAway.Init") // the database fills the fields
public class Round {

    @Id
    private UUID id;

    private UUID campaignId;
    private long villageCode;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    private @Nullable LocalDate noticeSince;
    private @Nullable String documentNumber;

    @Version
    private long revision;

    protected Round() {}

    Round(UUID id, UUID campaignId, long villageCode) {
        this.id = id;
        this.campaignId = campaignId;
        this.villageCode = villageCode;
        this.stage = Stage.ROSTER;
    }

    /**
     * Opens a gate.
     *
     * @param taken the gates opened before
     * @throws CampaignException when the table of gates, or how things stand, says no
     */
    StepTaken take(StepRequest request, Officer officer, List<StepTaken> taken, Findings findings, Instant now) {
        CampaignRefusal refusal = refusal(request, officer, taken, findings, now);
        if (refusal != null) {
            throw refusal.asException();
        }
        Gate gate = request.gate();
        stage = gate.to();
        if (stage.hasNotice()) {
            noticeSince = LocalDate.ofInstant(now, Clocks.SHANGHAI);
        }
        if (gate.needs(Need.DOCUMENT)) {
            documentNumber = request.documentNumber();
        }
        return new StepTaken(
                gate,
                officer.subject(),
                officer.name(),
                now,
                request.remark(),
                request.signers(),
                gate.needs(Need.MINUTES) ? request.minutes() : null,
                Counted.of(gate, findings));
    }

    /**
     * Why the table of gates, or how things stand, says no.
     *
     * @return null when the gate opens
     */
    @Nullable
    CampaignRefusal refusal(
            StepRequest request, Officer officer, List<StepTaken> taken, Findings findings, Instant now) {
        CampaignRefusal refusal = outOfOrder(request.gate());
        if (refusal == null) {
            refusal = wrongOfficer(request.gate(), officer, taken);
        }
        if (refusal == null && !request.changes().isEmpty() && !request.gate().needs(Need.MINUTES)) {
            refusal = new CampaignRefusal.ChangesElsewhere(request.gate());
        }
        return refusal == null ? unmetNeed(request, findings, LocalDate.ofInstant(now, Clocks.SHANGHAI)) : refusal;
    }

    private @Nullable CampaignRefusal outOfOrder(Gate gate) {
        if (stage == Stage.ANNOUNCED) {
            return new CampaignRefusal.AlreadyAnnounced();
        }
        return gate.from() == stage ? null : new CampaignRefusal.GateNotOpen(gate, stage);
    }

    private static @Nullable CampaignRefusal wrongOfficer(Gate gate, Officer officer, List<StepTaken> taken) {
        if (!officer.mayTake(gate)) {
            return new CampaignRefusal.WrongLevel(gate, gate.takenBy());
        }
        for (StepTaken earlier : taken) {
            if (gate.mustDifferFrom().contains(earlier.gate())
                    && earlier.takenBy().equals(officer.subject())) {
                return new CampaignRefusal.SamePerson(gate, earlier.gate());
            }
        }
        return null;
    }

    private @Nullable CampaignRefusal unmetNeed(StepRequest request, Findings findings, LocalDate today) {
        for (Need need : Need.values()) {
            CampaignRefusal refusal = request.gate().needs(need) ? refusal(need, request, findings, today) : null;
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private @Nullable CampaignRefusal refusal(Need need, StepRequest request, Findings findings, LocalDate today) {
        return switch (need) {
            case ALL_ASSESSED ->
                findings.unassessed() == 0 ? null : new CampaignRefusal.Unassessed(findings.unassessed());
            case MINUTES -> refusal(request.gate(), request.minutes(), findings.meeting());
            case NOTICE_OVER -> noticeRefusal(findings.noticeDays(), today);
            case NO_OPEN_OBJECTION ->
                findings.openObjections() == 0 ? null : new CampaignRefusal.OpenObjection(findings.openObjections());
            case SCREENED ->
                !findings.screened()
                        ? new CampaignRefusal.NotScreened()
                        : findings.openFlags() == 0 ? null : new CampaignRefusal.OpenFlags(findings.openFlags());
            case LINE_FIXED -> findings.lineFixed() ? null : new CampaignRefusal.NoLine();
            case SECOND_VISITS ->
                findings.missingSecondVisits() == 0
                        ? null
                        : new CampaignRefusal.SecondVisitsMissing(
                                campaignId, villageCode, findings.missingSecondVisits());
            case DOCUMENT -> request.documentNumber() == null ? new CampaignRefusal.DocumentMissing() : null;
        };
    }

    private static @Nullable CampaignRefusal refusal(Gate gate, @Nullable Minutes minutes, MeetingRule meeting) {
        if (minutes == null) {
            return new CampaignRefusal.MinutesMissing(gate);
        }
        if (!meeting.isQuorate(minutes)) {
            return new CampaignRefusal.NoQuorum(minutes.present(), minutes.entitled(), meeting.quorum());
        }
        return meeting.isCarried(minutes)
                ? null
                : new CampaignRefusal.NotCarried(minutes.votes(), minutes.present(), meeting.majority());
    }

    private @Nullable CampaignRefusal noticeRefusal(int noticeDays, LocalDate today) {
        LocalDate lastDay = lastNoticeDay(noticeDays);
        return lastDay == null || noticeDays == 0 || today.isAfter(lastDay)
                ? null
                : new CampaignRefusal.NoticeRunning(lastDay);
    }

    /**
     * The last day of the notice. The day on which it was put up does not count (Civil Code, article 201), so a notice
     * of 7 days that goes up on the 1st stands through the 8th.
     *
     * @return null when there was none
     */
    public @Nullable LocalDate lastNoticeDay(int noticeDays) {
        return noticeSince == null ? null : noticeSince.plusDays(noticeDays);
    }

    public UUID id() {
        return id;
    }

    public UUID campaignId() {
        return campaignId;
    }

    public long villageCode() {
        return villageCode;
    }

    public Stage stage() {
        return stage;
    }

    /** The day in Asia/Shanghai on which the last notice was put up; null before the first. */
    public @Nullable LocalDate noticeSince() {
        return noticeSince;
    }

    /** Of the announcing document; null until announced. */
    public @Nullable String documentNumber() {
        return documentNumber;
    }

    public long revision() {
        return revision;
    }
}
