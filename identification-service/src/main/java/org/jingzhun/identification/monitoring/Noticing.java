package org.jingzhun.identification.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.identification.income.Income;
import org.jingzhun.identification.monitoring.judging.YearBefore;
import org.jingzhun.identification.monitoring.judging.YearLine;
import org.jingzhun.identification.observed.pairing.ObservedVisits;
import org.jingzhun.identification.povertyline.Purpose;
import org.jingzhun.identification.special.DroppedOut;

/** Notices by itself what points to a risk: incomes that are recorded, what helpers saw, and who left school. */
@ApplicationScoped
class Noticing {

    private static final Set<String> RISKS =
            Stream.of(Risk.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private final Session database;
    private final YearsBefore years;
    private final MonitoringRules rules;
    private final Raising raising;
    private final CurrentCaller caller;
    private final Clock clock;

    Noticing(
            Session database,
            YearsBefore years,
            MonitoringRules rules,
            Raising raising,
            CurrentCaller caller,
            Clock clock) {
        this.database = database;
        this.years = years;
        this.rules = rules;
        this.raising = raising;
        this.caller = caller;
        this.clock = clock;
    }

    /** In the transaction that records the income. */
    void onIncome(@Observes Income income) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI);
        UUID household = income.statement().householdId();
        YearBefore year = years.of(household, persons(household), today);
        if (!year.known(rules.inForce(RuleName.LEAST_COVERED_DAYS, income.villageCode(), today)
                .value())) {
            return;
        }
        YearLine poverty = years.findLine(Purpose.EXIT, today, income.villageCode());
        database.createNativeMutationQuery("update monitoring_case set poorer = :poorer, revision = revision + 1"
                        + " where household_id = :household and ended_on is null and poorer <> :poorer")
                .setParameter("poorer", poverty != null && year.below(poverty.perHeadFen(), 0))
                .setParameter("household", household)
                .executeUpdate();
        YearLine line = years.findLine(Purpose.MONITORING, today, income.villageCode());
        if (line != null && year.below(line.perHeadFen(), 0)) {
            raising.raise(List.of(new NewLead(
                    household,
                    LeadSource.INCOME,
                    income.id().toString(),
                    Risk.INCOME_DROP,
                    income.recordedName(),
                    today,
                    null,
                    year.perHeadFen(),
                    line.id())));
        }
    }

    /** In the transaction that keeps the visits; a code of a later version of pairing counts as OTHER. */
    void onVisits(@Observes ObservedVisits visits) {
        raising.raise(visits.visits().stream()
                .flatMap(visit -> visit.risks().stream()
                        .map(risk -> RISKS.contains(risk) ? Risk.valueOf(risk) : Risk.OTHER)
                        .distinct()
                        .map(risk -> new NewLead(
                                visit.householdId(),
                                LeadSource.HELPER_VISIT,
                                visit.visitId().toString(),
                                risk,
                                visit.helperName(),
                                visit.visitedOn(),
                                null,
                                null,
                                null)))
                .toList());
    }

    /** In the transaction that keeps it; a household that never was on the register is none of this. */
    void onDropOut(@Observes DroppedOut left) {
        boolean registered = database.createNativeQuery(
                        "select exists (select from register_entry where household_id = ?1)", Boolean.class)
                .setParameter(1, left.householdId())
                .getSingleResult();
        if (registered) {
            raising.raise(List.of(new NewLead(
                    left.householdId(),
                    LeadSource.SPECIAL_REGISTER,
                    left.recordId() + "/" + left.on(),
                    Risk.SCHOOLING,
                    caller.get().name(),
                    left.on(),
                    null,
                    null,
                    null)));
        }
    }

    private int persons(UUID household) {
        Tuple row = database.createNativeQuery("select persons from household where id = ?1", Tuple.class)
                .setParameter(1, household)
                .getSingleResult();
        return Math.max(1, row.get("persons", Integer.class));
    }
}
