package org.jingzhun.identification.screening;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

    private @Nullable UUID campaignId;
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

    private @Nullable String exception;

    @Enumerated(EnumType.STRING)
    private FlagState state;

    @Enumerated(EnumType.STRING)
    private @Nullable Ground ground;

    private @Nullable String reason;
    private @Nullable String evidence;
    private @Nullable String resolvedBy;
    private @Nullable Instant resolvedAt;

    private @Nullable UUID screeningId;
    private @Nullable UUID datasetId;
    private @Nullable LocalDate registeredOn;

    private @Nullable String raisedBy;
    private @Nullable String raisedName;
    private @Nullable Instant raisedAt;
    private @Nullable String raisedEvidence;

    @Version
    private long revision;

    protected Flag() {}

    /**
     * Raised by somebody who saw it.
     *
     * @param exception code of the list's exception by which it is only noted; null when it is to be checked
     */
    Flag(
            UUID id,
            Sighting seen,
            long villageCode,
            Campaign campaign,
            @Nullable String exception,
            Caller by,
            Instant now) {
        this.id = id;
        this.campaignId = seen.campaignId();
        this.householdId = seen.householdId();
        this.villageCode = villageCode;
        this.source = FlagSource.VISIT;
        this.fact = seen.fact();
        this.effectiveOn = seen.effectiveOn();
        this.veto = seen.veto();
        this.vetoList = campaign.vetoList();
        this.exception = exception;
        this.state = exception == null ? FlagState.OPEN : FlagState.NOTED;
        this.raisedBy = by.subject();
        this.raisedName = by.name();
        this.raisedAt = now;
        this.raisedEvidence = seen.evidence();
    }

    /**
     * Keeps what a second check found.
     *
     * @param exceptions codes of the exceptions that the list allows to state of this veto
     * @throws FlagRefused when it was resolved before, needs no check, was raised by the same officer, or the ground does
     *     not fit
     */
    void resolve(SecondCheck check, List<String> exceptions, String officer, Instant now) {
        if (state != FlagState.OPEN) {
            throw new FlagRefusal.NotOpen(id, state).asException();
        }
        if (officer.equals(raisedBy)) {
            throw new FlagRefusal.SamePerson(id).asException();
        }
        FlagRefusal unfitting = check.refuse(source, exceptions);
        if (unfitting != null) {
            throw unfitting.asException();
        }
        state = switch (check.resolution()) {
            case CONFIRMED -> FlagState.CONFIRMED;
            case DISMISSED -> FlagState.DISMISSED;
        };
        ground = check.groundOfDismissal();
        exception = check.exception();
        reason = check.reason();
        evidence = check.evidence();
        resolvedBy = officer;
        resolvedAt = now;
    }

    public UUID id() {
        return id;
    }

    /** Null for a flag of somebody on the register. */
    public @Nullable UUID campaignId() {
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

    /** Code of the list's exception by which it is no veto; null when there is none. */
    public @Nullable String exception() {
        return exception;
    }

    public FlagState state() {
        return state;
    }

    /** Why it was dismissed; null when it was not. */
    public @Nullable Ground ground() {
        return ground;
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

    /** The screening that raised it; null for what somebody saw. */
    public @Nullable UUID screeningId() {
        return screeningId;
    }

    /** The delivery that told it. */
    public @Nullable UUID datasetId() {
        return datasetId;
    }

    /** With which day of registration the fact was compared; null in a campaign. */
    public @Nullable LocalDate registeredOn() {
        return registeredOn;
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
