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
import org.jingzhun.identification.veto.AssetSource;
import org.jspecify.annotations.Nullable;

/** A match of a department's record with a member of a household (疑点). Made set-based; resolved by people. */
@Entity
@SuppressWarnings("NullAway.Init") // the database fills the fields
public class Flag {

    @Id
    private UUID id;

    private UUID campaignId;
    private UUID householdId;
    private long villageCode;
    private UUID memberId;

    @Enumerated(EnumType.STRING)
    private AssetSource source;

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

    @Version
    private long revision;

    protected Flag() {}

    /**
     * Keeps what a second check found.
     *
     * @throws FlagNotOpen when it was resolved before or needs no check
     */
    void resolve(Resolution resolution, String why, @Nullable String proof, String officer, Instant now) {
        if (state != FlagState.OPEN) {
            throw new FlagNotOpen(id, state);
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

    public UUID memberId() {
        return memberId;
    }

    public AssetSource source() {
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

    public long revision() {
        return revision;
    }
}
