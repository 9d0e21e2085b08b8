package org.jingzhun.identification.household;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.identification.division.Divisions;
import org.jingzhun.identification.division.Level;
import org.jspecify.annotations.Nullable;

/** Enters households into the roster one by one (登记). */
@ApplicationScoped
public class Enrolling {

    private final Households households;
    private final Divisions divisions;
    private final Contradictions contradictions;
    private final Sealing sealing;
    private final Recounting recounting;
    private final MembersTelling telling;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    Enrolling(
            Households households,
            Divisions divisions,
            Contradictions contradictions,
            Sealing sealing,
            Recounting recounting,
            MembersTelling telling,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.households = households;
        this.divisions = divisions;
        this.contradictions = contradictions;
        this.sealing = sealing;
        this.recounting = recounting;
        this.telling = telling;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** What came of it. */
    public record Enrolled(Household household, boolean isNew) {}

    /**
     * Records a household under an id that the client chose, in place of what was recorded.
     *
     * @param ifMatch the revision that the client has seen; needed when the household is known
     * @throws HouseholdRefusal when the domain says no
     */
    @Transactional
    public Enrolled enrol(UUID id, HouseholdFacts facts, @Nullable String ifMatch) {
        requireVillage(facts.villageCode());
        String rules = requireConsistent(facts);
        Household known = households.findWithMembers(id).orElse(null);
        Household household = known == null ? new Household(id) : known;
        if (known != null) {
            Revisions.require(ifMatch, known.revision());
            // a change of a member alone must move the revision of the household too
            households.getEntityManager().lock(known, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        }
        long formerVillage = known == null ? facts.villageCode() : known.villageCode();
        household.record(facts, rules, sealing);
        try {
            households.persistAndFlush(household);
        } catch (PersistenceException failure) {
            throw refusal(id, failure);
        }
        recounting.recount(Math.min(formerVillage, facts.villageCode()), Math.max(formerVillage, facts.villageCode()));
        telling.tell(List.of(id));
        audit.record(AuditEntry.of(known == null ? "household-recorded" : "household-changed", "household", id)
                .in(facts.villageCode()));
        return new Enrolled(household, known == null);
    }

    /**
     * @return the version of the table of contradictions that finds nothing
     * @throws HouseholdRefusal.Contradictory when the facts of the members cannot be true together
     */
    public String requireConsistent(HouseholdFacts facts) {
        ContradictionRules rules = contradictions.inForce();
        List<Contradiction> found = rules.find(facts.members(), today());
        if (!found.isEmpty()) {
            throw new HouseholdRefusal.Contradictory(rules.version(), found);
        }
        return rules.version();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI);
    }

    private void requireVillage(long code) {
        boolean isVillage = divisions
                .findByCode(code)
                .filter(division -> division.level() == Level.VILLAGE && division.isValidOn(today()))
                .isPresent();
        if (!isVillage || !caller.get().area().covers(code)) {
            throw new HouseholdRefusal.UnknownVillage(code);
        }
    }

    private static RuntimeException refusal(UUID id, PersistenceException failure) {
        return failure instanceof ConstraintViolationException violation
                        && "person_in_one_household".equals(violation.getConstraintName())
                ? new HouseholdRefusal.PersonElsewhere(id)
                : failure;
    }
}
