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
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jingzhun.identification.objection.ObjectionState;
import org.jspecify.annotations.Nullable;

/** What somebody holds against a list while its notice is up (异议). An open one holds the round. */
@Entity
@SuppressWarnings("NullAway.Init") // the database fills the fields
public class Objection {

    @Id
    private UUID id;

    private UUID roundId;
    private long villageCode;
    private @Nullable UUID householdId;
    private String raisedBy;
    private String text;
    private String recordedBy;
    private LocalDate raisedOn;

    @Enumerated(EnumType.STRING)
    private ObjectionState state;

    private @Nullable String finding;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private @Nullable List<String> investigators;

    private @Nullable String resolvedBy;
    private @Nullable Instant resolvedAt;

    @Version
    private long revision;

    protected Objection() {}

    Objection(
            UUID id,
            Round round,
            @Nullable UUID householdId,
            String raisedBy,
            String text,
            String recordedBy,
            LocalDate raisedOn) {
        this.id = id;
        this.roundId = round.id();
        this.villageCode = round.villageCode();
        this.householdId = householdId;
        this.raisedBy = raisedBy;
        this.text = text;
        this.recordedBy = recordedBy;
        this.raisedOn = raisedOn;
        this.state = ObjectionState.OPEN;
    }

    /** @param investigators two or more different people */
    void resolve(boolean upheld, String finding, List<String> investigators, String officer, Instant now) {
        if (state != ObjectionState.OPEN) {
            throw new CampaignRefusal.ObjectionResolved().asException();
        }
        if (officer.equals(recordedBy)) {
            throw new CampaignRefusal.InvestigatorConcerned().asException();
        }
        state = upheld ? ObjectionState.UPHELD : ObjectionState.REJECTED;
        this.finding = finding;
        this.investigators = List.copyOf(investigators);
        resolvedBy = officer;
        resolvedAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID roundId() {
        return roundId;
    }

    public long villageCode() {
        return villageCode;
    }

    /** The household that it is about; null when it is about the list as a whole. */
    public @Nullable UUID householdId() {
        return householdId;
    }

    public String raisedBy() {
        return raisedBy;
    }

    public String text() {
        return text;
    }

    public LocalDate raisedOn() {
        return raisedOn;
    }

    /** When it was taken down, as its id has it. */
    Instant raisedAt() {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> Short.SIZE);
    }

    public ObjectionState state() {
        return state;
    }

    public @Nullable String finding() {
        return finding;
    }

    public @Nullable List<String> investigators() {
        return investigators;
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
