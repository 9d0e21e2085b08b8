package org.jingzhun.identification.screening;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.identification.campaign.Campaign;
import org.jspecify.annotations.Nullable;

/**
 * A match of a department's record with a member of a household, or what somebody saw of the household (疑点). Matches are
 * made set-based; all are resolved by people.
 */
@Entity
@SuppressWarnings("NullAway.Init") // the database fills the fields
public class Flag {

    @Id
    private UUID id;

    private UUID campaignId;
    private UUID householdId;
    private long villageCode;
    private @Nullable UUID memberId;

    @Enumerated(EnumType.STRING)
    private FlagSource source;

    private String fact;
    private LocalDate effectiveOn;
    private @Nullable Long valueFen;
    private String veto;
    private String vetoList;

    @Enumerated(EnumType.STRING)
    @Column(name = "exception")
    private @Nullable FlagException exception;

    @Enumerated(EnumType.STRING)
    private FlagState state;

    private @Nullable String reason;
    private @Nullable String evidence;
    private @Nullable String resolvedBy;
    private @Nullable Instant resolvedAt;

    private @Nullable String raisedBy;
    private @Nullable String raisedName;
    private @Nullable Instant raisedAt;
    private @Nullable String raisedEvidence;

    @Version
    private long revision;

    protected Flag() {}

    /** Raised by somebody who saw it; a fact that came after the campaign's point in time is only noted. */
    Flag(UUID id, Sighting seen, long villageCode, Campaign campaign, Caller by, Instant now) {
        this.id = id;
        this.campaignId = seen.campaignId();
        this.householdId = seen.householdId();
        this.villageCode = villageCode;
        this.source = FlagSource.VISIT;
        this.fact = seen.fact();
        this.effectiveOn = seen.effectiveOn();
        this.veto = seen.veto();
        this.vetoList = campaign.vetoList();
        boolean late = seen.effectiveOn().isAfter(campaign.pointInTime());
        this.exception = late ? FlagException.AFTER_POINT_IN_TIME : null;
        this.state = late ? FlagState.NOTED : FlagState.OPEN;
        this.raisedBy = by.subject();
        this.raisedName = by.name();
        this.raisedAt = now;
        this.raisedEvidence = seen.evidence();
    }

    /**
     * Keeps what a second check found.
     *
     * @throws FlagRefused when it was resolved before, needs no check, or was raised by the same officer
     */
    void resolve(Resolution resolution, String why, @Nullable String proof, String officer, Instant now) {
        if (state != FlagState.OPEN) {
            throw new FlagRefusal.NotOpen(id, state).asException();
        }
        if (officer.equals(raisedBy)) {
            throw new FlagRefusal.SamePerson(id).asException();
        }
        state = switch (resolution) {
            case CONFIRMED -> FlagState.CONFIRMED;
            case DISMISSED -> FlagState.DISMISSED;
        };
        reason = why;
        evidence = proof;
        resolvedBy = officer;
        resolvedAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID campaignId() {
        return campaignId;
    }

    public UUID householdId() {
        return householdId;
    }

    public long villageCode() {
        return villageCode;
    }

    /** Null when the fact is about the household as a whole. */
    public @Nullable UUID memberId() {
        return memberId;
    }

    public FlagSource source() {
        return source;
    }

    public String fact() {
        return fact;
    }

    /** Since when it is so. */
    public LocalDate effectiveOn() {
        return effectiveOn;
    }

    public @Nullable Long valueFen() {
        return valueFen;
    }

    /** Code of the veto that it would be. */
    public String veto() {
        return veto;
    }

    /** Version of the list that says so. */
    public String vetoList() {
        return vetoList;
    }

    /** Why it cannot be a veto; null when it can. */
    public @Nullable FlagException exception() {
        return exception;
    }

    public FlagState state() {
        return state;
    }

    public @Nullable String reason() {
        return reason;
    }

    public @Nullable String evidence() {
        return evidence;
    }

    public @Nullable String resolvedBy() {
        return resolvedBy;
    }

    public @Nullable Instant resolvedAt() {
        return resolvedAt;
    }

    /** Who saw it; null for a match. */
    public @Nullable String raisedBy() {
        return raisedBy;
    }

    public @Nullable String raisedName() {
        return raisedName;
    }

    public @Nullable Instant raisedAt() {
        return raisedAt;
    }

    public @Nullable String raisedEvidence() {
        return raisedEvidence;
    }

    public long revision() {
        return revision;
    }
}
