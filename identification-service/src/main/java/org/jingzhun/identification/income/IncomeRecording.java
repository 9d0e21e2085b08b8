package org.jingzhun.identification.income;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.identification.household.Household;
import org.jingzhun.identification.household.Households;
import org.jingzhun.identification.income.computing.Computation;
import org.jingzhun.identification.income.computing.Computing;
import org.jingzhun.identification.income.computing.Fault;
import org.jingzhun.identification.income.computing.IncomeRules;

/** Records what households earn, and computes their net income. */
@ApplicationScoped
public class IncomeRecording {

    private final Households households;
    private final Incomes incomes;
    private final Rulebook rulebook;
    private final Event<Income> recorded;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    IncomeRecording(
            Households households,
            Incomes incomes,
            Rulebook rulebook,
            Event<Income> recorded,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.households = households;
        this.incomes = incomes;
        this.rulebook = rulebook;
        this.recorded = recorded;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of it. */
    public record Recorded(Income income, Computation computation, boolean isNew) {}

    /**
     * Records an income under an id that the client chose; the same again changes nothing. Whoever watches incomes is told
     * in the same transaction.
     *
     * @throws IncomeException when the domain says no
     */
    @Transactional
    public Recorded record(UUID id, Statement statement) {
        Household household = households
                .findByIdOptional(statement.householdId())
                .orElseThrow(() -> new IncomeException(new IncomeRefusal.UnknownHousehold(statement.householdId())));
        requirePeriod(statement);
        IncomeRules rules = rulesFor(statement).rules();
        List<Fault> faults = Computing.check(rules, statement.lines());
        if (!faults.isEmpty()) {
            throw new IncomeException(new IncomeRefusal.FaultyLines(faults));
        }
        Optional<Income> known = incomes.findByIdOptional(id);
        if (known.isPresent()) {
            return again(known.get(), statement, rules);
        }
        if (household.persons() < 1) {
            throw new IncomeException(new IncomeRefusal.NobodyInHousehold(household.id()));
        }
        makeRoom(id, statement);
        Computation computed = Computing.compute(rules, statement.lines(), household.persons());
        Income income = new Income(
                id, statement, rules.version(), household.villageCode(), computed, caller.get(), clock.instant());
        incomes.persistAndFlush(income);
        audit.record(AuditEntry.of("income-recorded", "household", household.id())
                .in(household.villageCode())
                .with("income", id)
                .with("rules", rules.version()));
        recorded.fire(income);
        return new Recorded(income, computed, true);
    }

    /** Where the household lives; empty when the caller's area has no such household. */
    public Optional<Long> findVillage(UUID household) {
        return households.findByIdOptional(household).map(Household::villageCode);
    }

    /** The net income made anew from what was stored, by the rules it was computed with. */
    public Computation recompute(Income income) {
        IncomeRules rules = rulebook.find(income.rules()).orElseThrow().rules();
        return Computing.compute(rules, income.statement().lines(), income.persons());
    }

    private Recorded again(Income known, Statement statement, IncomeRules rules) {
        Statement same = new Statement(
                statement.householdId(),
                statement.from(),
                statement.to(),
                rules.version(),
                statement.lines(),
                statement.statedBy(),
                statement.evidence(),
                statement.corrects());
        if (!known.statement().equals(same)) {
            throw new IncomeException(new IncomeRefusal.IdTaken(known.id()));
        }
        return new Recorded(known, recompute(known), false);
    }

    private void makeRoom(UUID id, Statement statement) {
        UUID corrects = statement.corrects();
        if (corrects != null && !incomes.supersede(corrects, statement.householdId(), id)) {
            throw new IncomeException(new IncomeRefusal.NotCorrectable(corrects));
        }
        incomes.findStanding(statement.householdId(), statement.from(), statement.to())
                .ifPresent(standing -> {
                    throw new IncomeException(new IncomeRefusal.AlreadyRecorded(standing.id()));
                });
    }

    private void requirePeriod(Statement statement) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI);
        if (!isPeriod(statement.from(), statement.to(), today)) {
            throw new IncomeException(new IncomeRefusal.BadPeriod(statement.from(), statement.to()));
        }
    }

    /** A period of a year or less that has ended. */
    static boolean isPeriod(LocalDate from, LocalDate to, LocalDate today) {
        return !to.isBefore(from) && to.isBefore(from.plusYears(1)) && !to.isAfter(today);
    }

    private PublishedRules rulesFor(Statement statement) {
        String version = statement.rules();
        List<PublishedRules> known = version == null
                ? rulebook.list()
                : rulebook.find(version).stream().toList();
        return PublishedRules.choose(known, version, statement.to())
                .orElseThrow(() ->
                        new IncomeException(new IncomeRefusal.NoRules(version == null ? "" : version, statement.to())));
    }
}
