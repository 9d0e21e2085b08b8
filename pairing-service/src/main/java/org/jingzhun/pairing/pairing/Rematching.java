package org.jingzhun.pairing.pairing;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.outbox.Outbox;
import org.jingzhun.chassis.outbox.OutboxEvent;
import org.jingzhun.chassis.procedure.Officer;
import org.jingzhun.chassis.procedure.Signature;
import org.jingzhun.chassis.procedure.Signatures;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.helper.Helper;
import org.jingzhun.pairing.helper.Helpers;
import org.jingzhun.pairing.helper.TakingOver;
import org.jingzhun.pairing.observed.identification.ObservedHouseholds;
import org.jingzhun.pairing.policy.Policies;
import org.jingzhun.pairing.published.PairingEvent;
import org.jspecify.annotations.Nullable;

/** Ends single pairings: another helper takes over, or the household needs none any more. */
@ApplicationScoped
public class Rematching {

    private final Pairings pairings;
    private final Helpers helpers;
    private final TakingOver takingOver;
    private final ObservedHouseholds households;
    private final Policies policies;
    private final Signatures signatures;
    private final Outbox outbox;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    Rematching(
            Pairings pairings,
            Helpers helpers,
            TakingOver takingOver,
            ObservedHouseholds households,
            Policies policies,
            Signatures signatures,
            Outbox outbox,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.pairings = pairings;
        this.helpers = helpers;
        this.takingOver = takingOver;
        this.households = households;
        this.policies = policies;
        this.signatures = signatures;
        this.outbox = outbox;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes a step.
     *
     * @param newHelper who takes over; only for TRANSFER
     * @return the pairing that stands now, or the one that was closed; empty if there is none in the caller's area
     * @throws PairingRefusal if the step is refused
     */
    @Transactional
    public Optional<Pairing> take(UUID id, PairingStep step, @Nullable UUID newHelper, String reason) {
        Pairing pairing = pairings.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (pairing == null) {
            return Optional.empty();
        }
        LocalDate today = Clocks.today(clock);
        boolean poor = households.isPoor(pairing.householdId());
        boolean monitored = households.isMonitored(pairing.householdId());
        Signature signed = pairing.end(step, Officer.of(caller.get()), poor, monitored, reason, clock.instant());
        pairings.flush();
        signatures.add(id, pairing.villageCode(), signed);
        audit.record(AuditEntry.of("pairing-step", "pairing", id)
                .in(pairing.villageCode())
                .about(pairing.householdId())
                .because(reason)
                .with("step", step.name()));
        return Optional.of(
                switch (step) {
                    case TRANSFER -> transfer(pairing, newHelper, today);
                    case CLOSE -> tell(pairing, PairingEvent.Type.PAIRING_CLOSED);
                });
    }

    private Pairing transfer(Pairing ended, @Nullable UUID newHelper, LocalDate today) {
        TakingOver.Candidate candidate = newHelper == null
                ? null
                : takingOver.lock(newHelper, ended.householdId(), today).orElse(null);
        Helper helper = candidate == null ? null : helpers.findById(newHelper);
        if (candidate == null || helper == null) {
            throw new PairingRefusal.UnknownHelper(String.valueOf(newHelper));
        }
        if (helper.id().equals(ended.helper().id())) {
            throw new PairingRefusal.SameHelper(helper.id());
        }
        if (candidate.isAbsent()) {
            throw new PairingRefusal.HelperAbsent(helper.id());
        }
        if (candidate.mustNotHelp()) {
            throw new PairingRefusal.Conflict(helper.id(), ended.householdId());
        }
        int quota = helper.quota(policies.rankQuotas.on(today));
        if (candidate.households() >= quota) {
            throw new PairingRefusal.QuotaExhausted(helper.id(), quota);
        }
        Pairing next = ended.successor(UuidCreator.getTimeOrderedEpoch(), helper, today);
        pairings.persistAndFlush(next);
        return tell(next, PairingEvent.Type.HOUSEHOLD_TRANSFERRED);
    }

    private Pairing tell(Pairing pairing, PairingEvent.Type type) {
        outbox.publish(
                new OutboxEvent(PairingEvent.TOPIC, pairing.householdId().toString(), type.code(), pairing.told(type)));
        return pairing;
    }
}
