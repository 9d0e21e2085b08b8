package org.jingzhun.identification.adjustment;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.identification.division.Divisions;
import org.jspecify.annotations.Nullable;

/** Opens adjustment rounds and closes those whose checks have ended (动态调整). */
@ApplicationScoped
public class Adjusting {

    private final AdjustmentRounds rounds;
    private final QualityChecks checks;
    private final Divisions divisions;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    Adjusting(
            AdjustmentRounds rounds,
            QualityChecks checks,
            Divisions divisions,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.rounds = rounds;
        this.checks = checks;
        this.divisions = divisions;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws AdjustmentException when the division is unknown, foreign, or has a round of the number */
    @Transactional
    public AdjustmentRound open(AdjustmentRound.Plan plan) {
        long code = plan.division().from();
        if (divisions.findByCode(code).isEmpty() || !caller.get().area().covers(plan.division())) {
            throw new AdjustmentRefusal.UnknownDivision("%012d".formatted(code)).asException();
        }
        AdjustmentRound round =
                new AdjustmentRound(UuidCreator.getTimeOrderedEpoch(), plan, caller.get(), clock.instant());
        try {
            rounds.persistAndFlush(round);
        } catch (PersistenceException failure) {
            throw refusal(plan, failure);
        }
        audit.record(AuditEntry.of("adjustment-round-opened", "adjustment-round", round.id())
                .in(code)
                .because(plan.documentNumber()));
        return round;
    }

    private static RuntimeException refusal(AdjustmentRound.Plan plan, PersistenceException failure) {
        return failure instanceof ConstraintViolationException violation
                        && "one_round_a_number".equals(violation.getConstraintName())
                ? new AdjustmentRefusal.RoundExists(plan.year(), plan.number()).asException()
                : failure;
    }

    /** @throws AdjustmentException when a check has not ended, none was made, or returns wait */
    @Transactional
    public AdjustmentRound close(UUID id, @Nullable String remark) {
        rounds.hold(id);
        AdjustmentRound round = rounds.getLocked(id);
        round.close(
                checks.count(id, List.of(CheckStage.PLANNED, CheckStage.DRAWN)),
                checks.count(id, List.of(CheckStage.CLOSED)),
                rounds.waitingReturns(round),
                caller.get().subject(),
                clock.instant());
        rounds.flush();
        audit.record(AuditEntry.of("adjustment-round-closed", "adjustment-round", id)
                .in(round.division().from())
                .because(remark));
        return round;
    }
}
