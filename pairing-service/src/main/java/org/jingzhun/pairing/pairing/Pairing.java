package org.jingzhun.pairing.pairing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.procedure.Officer;
import org.jingzhun.chassis.procedure.Signature;
import org.jingzhun.chassis.procedure.Signing;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.helper.Helper;
import org.jingzhun.pairing.published.PairingEvent;
import org.jspecify.annotations.Nullable;

/** A helper's duty towards a household, from a day on (结对帮扶关系). What has ended never changes again. */
@Entity
@Table(name = "pairing")
public class Pairing {

    @Id
    private UUID id;

    @Column
    private UUID householdId;

    @Column
    private long villageCode;

    @ManyToOne(fetch = FetchType.EAGER, optional = false)
    @JoinColumn(name = "helper_id")
    private Helper helper;

    @Column
    private @Nullable UUID planId;

    @Column
    private LocalDate since;

    @Column
    private @Nullable LocalDate until;

    @Enumerated(EnumType.STRING)
    @Column
    private PairingState state = PairingState.ACTIVE;

    @Enumerated(EnumType.STRING)
    @Column
    private @Nullable PairingStep endedBy;

    @Column
    private @Nullable String reason;

    @Column
    private long revision;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected Pairing() {}

    /**
     * @throws org.jingzhun.chassis.procedure.StepRefusal if the step is not open or not this officer's
     * @throws PairingRefusal if the household is poor or monitored
     */
    Signature end(PairingStep step, Officer officer, boolean poor, boolean monitored, String why, Instant now) {
        Signature signed = Signing.sign(step, state, officer, List.of(), why, now);
        if (poor && !step.whilePoor()) {
            throw new PairingRefusal.StillPoor(householdId);
        }
        if (monitored && !step.whilePoor()) {
            throw new PairingRefusal.StillMonitored(householdId);
        }
        state = step.to();
        endedBy = step;
        reason = why;
        LocalDate today = LocalDate.ofInstant(now, Clocks.SHANGHAI);
        until = today.isBefore(since) ? since : today;
        revision++;
        return signed;
    }

    /** The pairing by which another helper takes over from this one, which has ended. */
    Pairing successor(UUID newId, Helper newHelper, LocalDate today) {
        Pairing next = new Pairing();
        next.id = newId;
        next.householdId = householdId;
        next.villageCode = villageCode;
        next.helper = newHelper;
        next.since = today;
        next.revision = revision + 1;
        return next;
    }

    PairingEvent told(PairingEvent.Type type) {
        return new PairingEvent(
                type,
                id,
                householdId,
                String.valueOf(villageCode),
                helper.id(),
                helper.name(),
                helper.unit().name(),
                helper.post(),
                since,
                until,
                state.name(),
                revision);
    }

    public UUID id() {
        return id;
    }

    public UUID householdId() {
        return householdId;
    }

    /** 12-digit code. */
    public long villageCode() {
        return villageCode;
    }

    public Helper helper() {
        return helper;
    }

    /** The plan that it came from; null if it came from a transfer. */
    public @Nullable UUID planId() {
        return planId;
    }

    public LocalDate since() {
        return since;
    }

    /** Last day; null while it stands. */
    public @Nullable LocalDate until() {
        return until;
    }

    public PairingState state() {
        return state;
    }

    public @Nullable PairingStep endedBy() {
        return endedBy;
    }

    /** Why it ended. */
    public @Nullable String reason() {
        return reason;
    }

    public long revision() {
        return revision;
    }
}
