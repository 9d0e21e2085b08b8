package org.jingzhun.identification.adjustment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Revisions;
import org.jspecify.annotations.Nullable;

/** Takes down what checkers find of sampled households, and where it is corrected. */
@ApplicationScoped
public class Recording {

    private static final String RECORD = """
            update quality_check_sample set finding = :finding, facts = :facts, evidence = cast(:evidence as text[]),
              checkers = cast(:checkers as text[]), checked_on = :on, recorded_by = :by, recorded_name = :name,
              recorded_at = :at, revision = revision + 1
            where check_id = :check and household_id = :household
            """;
    private static final String LINK = """
            update quality_check_sample set link = :link, linked_id = :id, linked_by = :by, revision = revision + 1
            where check_id = :check and household_id = :household
            """;
    private static final String REFUTE = """
            update quality_check_sample set refuted = :reason, refuted_by = :by, revision = revision + 1
            where check_id = :check and household_id = :household
            """;

    private final Session database;
    private final QualityChecks checks;
    private final Samples samples;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    Recording(Session database, QualityChecks checks, Samples samples, CurrentCaller caller, Audit audit, Clock clock) {
        this.database = database;
        this.checks = checks;
        this.samples = samples;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What checkers found of a household.
     *
     * @param evidence photos and documents; at least one unless the finding is OK
     * @param checkers two or more who looked
     */
    public record Found(
            Finding finding, String facts, List<String> evidence, List<String> checkers, LocalDate checkedOn) {}

    /**
     * Where a finding is corrected.
     *
     * @param id of the transition, change or flag; null for the register
     */
    public record Linked(Link link, @Nullable UUID id) {}

    /**
     * @param ifMatch the revision that the client has seen; needed to replace what was recorded
     * @throws AdjustmentException when the domain says no
     */
    @Transactional
    public void record(UUID id, UUID household, Found found, @Nullable String ifMatch) {
        QualityCheck check = checks.getHeld(id);
        check.requireUnderWay();
        Caller acting = caller.get();
        requireChecker(check, acting.area());
        SampledHousehold sampled = samples.get(id, household);
        if (sampled.finding() != null) {
            Revisions.require(ifMatch, sampled.revision());
        }
        if (sampled.link() != null || sampled.refuted() != null) {
            throw new AdjustmentRefusal.CorrectionBegun().asException();
        }
        if (!found.finding().of().contains(sampled.standing())) {
            throw new AdjustmentRefusal.FindingUnfitting(found.finding(), sampled.standing()).asException();
        }
        if (found.finding() != Finding.OK && found.evidence().isEmpty()) {
            throw new AdjustmentRefusal.EvidenceMissing(found.finding()).asException();
        }
        database.createNativeMutationQuery(RECORD)
                .setParameter("finding", found.finding().name())
                .setParameter("facts", found.facts())
                .setParameter("evidence", found.evidence().toArray(String[]::new))
                .setParameter("checkers", found.checkers().toArray(String[]::new))
                .setParameter("on", found.checkedOn())
                .setParameter("by", acting.subject())
                .setParameter("name", acting.name())
                .setParameter("at", clock.instant())
                .setParameter("check", id)
                .setParameter("household", household)
                .executeUpdate();
        audit(check, sampled, "quality-finding-recorded", null);
    }

    private static void requireChecker(QualityCheck check, Area own) {
        Area checker = check.checker();
        Area target = check.target();
        boolean may =
                switch (check.kind()) {
                    case CROSS_CHECK -> checker != null && checker.covers(own);
                    case INSPECTION -> own.covers(target) && !target.covers(own);
                    case LOOK_BACK -> target.covers(own) || own.covers(target);
                };
        if (!may) {
            throw new AdjustmentRefusal.NotTheChecker(check.kind()).asException();
        }
    }

    /** @throws AdjustmentException when the domain says no */
    @Transactional
    public void link(UUID id, UUID household, Linked linked) {
        QualityCheck check = checks.getHeld(id);
        check.requireUnderWay();
        SampledHousehold sampled = samples.get(id, household);
        Finding finding = requireFinding(sampled);
        if (!caller.get().area().covers(sampled.villageCode())) {
            throw new AdjustmentRefusal.NotTheChecked().asException();
        }
        UUID linkedId = linked.link() == Link.REGISTER ? household : linked.id();
        if (linkedId == null
                || !finding.links().contains(linked.link())
                || !exists(linked.link(), linkedId, household, finding)) {
            throw new AdjustmentRefusal.LinkUnfitting(finding, finding.links()).asException();
        }
        database.createNativeMutationQuery(LINK)
                .setParameter("link", linked.link().name())
                .setParameter("id", linkedId)
                .setParameter("by", caller.get().subject())
                .setParameter("check", id)
                .setParameter("household", household)
                .executeUpdate();
        audit(check, sampled, "quality-finding-linked", null);
    }

    private boolean exists(Link link, UUID id, UUID household, Finding finding) {
        String query =
                switch (link) {
                    case TRANSITION ->
                        "select count(*) from transition_case where id = :id and household_id = :household"
                                + " and kind in (:kinds)";
                    case CHANGE -> "select count(*) from household_change where id = :id and household_id = :household";
                    case FLAG -> "select count(*) from flag where id = :id and household_id = :household";
                    case REGISTER -> "select count(*) from household where id = :id and id = :household";
                };
        var asked = database.createNativeQuery(query, Long.class)
                .setParameter("id", id)
                .setParameter("household", household);
        if (link == Link.TRANSITION) {
            asked.setParameterList("kinds", finding.transitions());
        }
        return asked.getSingleResult() > 0;
    }

    /** @throws AdjustmentException when the domain says no */
    @Transactional
    public void refute(UUID id, UUID household, String reason) {
        QualityCheck check = checks.getHeld(id);
        check.requireUnderWay();
        SampledHousehold sampled = samples.get(id, household);
        var unused = requireFinding(sampled);
        Caller acting = caller.get();
        if (!acting.area().covers(check.target())) {
            throw new AdjustmentRefusal.NotTheChecked().asException();
        }
        if (acting.subject().equals(sampled.recordedBy())) {
            throw new AdjustmentRefusal.SamePerson().asException();
        }
        database.createNativeMutationQuery(REFUTE)
                .setParameter("reason", reason)
                .setParameter("by", acting.subject())
                .setParameter("check", id)
                .setParameter("household", household)
                .executeUpdate();
        audit(check, sampled, "quality-finding-refuted", reason);
    }

    private static Finding requireFinding(SampledHousehold sampled) {
        Finding finding = sampled.finding();
        if (finding == null || finding == Finding.OK) {
            throw new AdjustmentRefusal.NothingToCorrect().asException();
        }
        return finding;
    }

    private void audit(QualityCheck check, SampledHousehold sampled, String action, @Nullable String reason) {
        long place = caller.get().area().covers(sampled.villageCode())
                ? sampled.villageCode()
                : caller.get().area().from();
        audit.record(AuditEntry.of(action, "household", sampled.householdId())
                .in(place)
                .because(reason)
                .with("check", check.id()));
    }
}
