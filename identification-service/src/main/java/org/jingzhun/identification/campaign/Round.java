package org.jingzhun.identification.campaign;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Clock;
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
    StepTaken take(StepRequest request, Officer officer, List<StepTaken> taken, Findings findings, Clock clock) {
        Gate gate = request.gate();
        requireOrder(gate);
        requireOfficer(gate, officer, taken);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI);
        requireNeeds(request, findings, today);
        stage = gate.to();
        if (stage.hasNotice()) {
            noticeSince = today;
        }
        if (gate.needs(Need.DOCUMENT)) {
            documentNumber = request.documentNumber();
        }
        return new StepTaken(
                gate,
                officer.subject(),
                officer.name(),
                clock.instant(),
                request.remark(),
                request.signers(),
                gate.needs(Need.MINUTES) ? request.minutes() : null);
    }

    private void requireOrder(Gate gate) {
        if (stage == Stage.ANNOUNCED) {
            throw new CampaignRefusal.AlreadyAnnounced().asException();
        }
        if (gate.from() != stage) {
            throw new CampaignRefusal.GateNotOpen(gate, stage).asException();
        }
    }

    private static void requireOfficer(Gate gate, Officer officer, List<StepTaken> taken) {
        if (!officer.levels().contains(gate.takenBy())) {
            throw new CampaignRefusal.WrongLevel(gate, gate.takenBy()).asException();
        }
        for (StepTaken earlier : taken) {
            if (gate.mustDifferFrom().contains(earlier.gate())
                    && earlier.takenBy().equals(officer.subject())) {
                throw new CampaignRefusal.SamePerson(gate, earlier.gate()).asException();
            }
        }
    }

    private void requireNeeds(StepRequest request, Findings findings, LocalDate today) {
        for (Need need : Need.values()) {
            if (!request.gate().needs(need)) {
                continue;
            }
            CampaignRefusal refusal =
                    switch (need) {
                        case ALL_ASSESSED ->
                            findings.unassessed() == 0 ? null : new CampaignRefusal.Unassessed(findings.unassessed());
                        case MINUTES -> refusal(request.gate(), request.minutes());
                        case NOTICE_OVER -> noticeRefusal(findings.noticeDays(), today);
                        case NO_OPEN_OBJECTION ->
                            findings.openObjections() == 0
                                    ? null
                                    : new CampaignRefusal.OpenObjection(findings.openObjections());
                        case SCREENED ->
                            !findings.screened()
                                    ? new CampaignRefusal.NotScreened()
                                    : findings.openFlags() == 0
                                            ? null
                                            : new CampaignRefusal.OpenFlags(findings.openFlags());
                        case LINE_FIXED -> findings.lineFixed() ? null : new CampaignRefusal.NoLine();
                        case DOCUMENT ->
                            request.documentNumber() == null ? new CampaignRefusal.DocumentMissing() : null;
                    };
            if (refusal != null) {
                throw refusal.asException();
            }
        }
    }

    private static @Nullable CampaignRefusal refusal(Gate gate, @Nullable Minutes minutes) {
        if (minutes == null) {
            return new CampaignRefusal.MinutesMissing(gate);
        }
        if (!minutes.isQuorate()) {
            return new CampaignRefusal.NoQuorum(minutes.present(), minutes.entitled());
        }
        return minutes.isCarried() ? null : new CampaignRefusal.NotCarried(minutes.votes(), minutes.present());
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
