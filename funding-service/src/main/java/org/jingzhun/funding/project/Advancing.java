package org.jingzhun.funding.project;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.funding.ledger.Account;
import org.jingzhun.funding.ledger.AccountKey;
import org.jingzhun.funding.ledger.Accounts;
import org.jingzhun.funding.ledger.Bookkeeping;
import org.jingzhun.funding.ledger.JournalEntry;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** Writes proposals, names whom they are for, and takes projects from step to step. */
@ApplicationScoped
public class Advancing {

    private final Projects projects;
    private final ProjectLists lists;
    private final Beneficiaries beneficiaries;
    private final Fundings fundings;
    private final Accounts accounts;
    private final Bookkeeping bookkeeping;
    private final ProjectTelling telling;
    private final ProjectAnnouncing announcing;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    Advancing(
            Projects projects,
            ProjectLists lists,
            Beneficiaries beneficiaries,
            Fundings fundings,
            Accounts accounts,
            Bookkeeping bookkeeping,
            ProjectTelling telling,
            ProjectAnnouncing announcing,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.projects = projects;
        this.lists = lists;
        this.beneficiaries = beneficiaries;
        this.fundings = fundings;
        this.accounts = accounts;
        this.bookkeeping = bookkeeping;
        this.telling = telling;
        this.announcing = announcing;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** A project and whether it was new. */
    public record Proposed(Project project, boolean created) {}

    /**
     * Proposes a project, or writes a proposal anew.
     *
     * @param ifMatch the revision seen by the client; needed to write a known proposal anew
     * @throws ProjectRefusal if a code is unknown, the place is foreign, or it is no proposal any more
     */
    @Transactional
    public Proposed propose(UUID id, Proposal proposal, @Nullable String ifMatch) {
        var acting = caller.get();
        if (!acting.area().covers(proposal.division())) {
            throw new ProjectRefusal.OutsideArea(proposal.division());
        }
        var byLists = lists.requireKnown(proposal);
        var known = projects.findById(id);
        if (known == null) {
            var project = new Project(id, proposal, byLists, acting, clock.instant());
            projects.persistAndFlush(project);
            tell(project, Step.PROPOSE, "");
            return new Proposed(project, true);
        }
        Revisions.require(ifMatch, known.revision());
        known.rewrite(proposal, byLists, acting, clock.instant());
        projects.flush();
        tell(known, Step.PROPOSE, "");
        return new Proposed(known, false);
    }

    /**
     * Names households that it is for; those that are named already are left.
     *
     * @return how many there are then
     * @throws ProjectRefusal if it has ended, or a household is unknown, was removed, or lives in another county
     */
    @Transactional
    public long addBeneficiaries(UUID id, List<UUID> households) {
        var project = projects.lock(id);
        switch (project.stage()) {
            case PROPOSED, IN_LIBRARY, FUNDED, UNDER_WAY, ACCEPTED, IN_OPERATION ->
                beneficiaries.add(project, households, caller.get().subject(), clock.instant());
            case REJECTED, ABANDONED -> throw new ProjectRefusal.StepNotOpen(Step.PROPOSE, project.stage());
        }
        audit.record(AuditEntry.of("project-beneficiaries-added", "project", id)
                .in(project.division())
                .with("households", households.size()));
        return beneficiaries.count(id);
    }

    /**
     * Takes households off a project's list; who they were and why stays on record.
     *
     * @return how many are left
     * @throws ProjectRefusal if it has ended, one is not on the list, or nobody would be left of what is in the library
     */
    @Transactional
    public long removeBeneficiaries(UUID id, List<UUID> households, String reason) {
        var project = projects.lock(id);
        switch (project.stage()) {
            case PROPOSED, IN_LIBRARY, FUNDED, UNDER_WAY, ACCEPTED, IN_OPERATION -> {}
            case REJECTED, ABANDONED -> throw new ProjectRefusal.StepNotOpen(Step.PROPOSE, project.stage());
        }
        long asked = households.stream().distinct().count();
        int removed = beneficiaries.remove(id, households, reason, caller.get().subject(), clock.instant());
        if (removed < asked) {
            throw new ProjectRefusal.NotBeneficiaries((int) (asked - removed));
        }
        long left = beneficiaries.count(id);
        if (left == 0 && project.stage() != Stage.PROPOSED) {
            throw new ProjectRefusal.NotReady(Step.ENTER, List.of("beneficiaries"));
        }
        audit.record(AuditEntry.of("project-beneficiaries-removed", "project", id)
                .in(project.division())
                .because(reason)
                .with("households", removed));
        return left;
    }

    /** Money for a project: out of the county's budget, or out of what its village was allocated. */
    public record Grant(boolean ofVillage, UUID sourceId, int year, Money amount) {}

    /**
     * Takes a step.
     *
     * @param money only of FUND
     * @param ifMatch the revision seen by the client; needed by FUND, else null if it does not matter
     * @throws ProjectRefusal if the step is not open to the caller, or has to wait for something
     * @throws org.jingzhun.funding.ledger.LedgerRefusal.Overdrawn if the account does not hold the money
     */
    @Transactional
    public Project take(UUID id, Step step, Project.Act act, @Nullable Grant money, @Nullable String ifMatch) {
        var project = projects.lock(id);
        if (ifMatch != null || step == Step.FUND) {
            Revisions.require(ifMatch, project.revision());
        }
        if (step == Step.FUND && money == null) {
            throw new ProjectRefusal.NotReady(step, List.of("funding"));
        }
        long households = beneficiaries.count(id);
        var unused = project.take(step, caller.get(), act, households, clock.instant());
        switch (step) {
            case FUND -> fund(project, Objects.requireNonNull(money));
            case NOTICE_BEFORE -> announcing.planned(project, act.document(), households);
            case NOTICE_AFTER -> announcing.done(project, act.document(), households);
            case ABANDON -> {
                giveBack(project);
                announcing.abandoned(project, act.document(), households);
            }
            case PROPOSE, ENTER, REJECT, START, PROGRESS, ACCEPT, OPERATE -> {}
        }
        projects.flush();
        tell(project, step, act.remark());
        return project;
    }

    private void fund(Project project, Grant money) {
        project.fund(money.amount());
        var from = money.ofVillage()
                ? AccountKey.village(project.county(), project.division(), money.sourceId(), money.year())
                : AccountKey.budget(project.county(), money.sourceId(), money.year());
        var to = AccountKey.project(project.county(), project.division(), money.sourceId(), money.year(), project.id());
        bookkeeping.requireAvailable(from, money.amount());
        var id = UuidCreator.getTimeOrderedEpoch();
        var movements = new LinkedHashMap<AccountKey, Money>();
        movements.put(from, money.amount().negated());
        movements.put(to, money.amount());
        var entry = bookkeeping.post(
                JournalEntry.Kind.PROJECT_FUNDING,
                project.county(),
                "project-funding:" + id,
                "Money for project " + project.id(),
                movements);
        fundings.insert(project, new Fundings.Funding(id, from, to, money.amount(), entry.id()));
    }

    /** What is left goes back to where the last of it came from first. */
    private void giveBack(Project project) {
        var movements = new LinkedHashMap<AccountKey, Money>();
        for (var funding : fundings.list(project).reversed()) {
            var left = accounts.find(funding.to()).map(Account::balance).orElse(Money.ZERO);
            var gone = movements.getOrDefault(funding.to(), Money.ZERO).negated();
            var back = min(left.minus(gone), funding.amount());
            if (back.isPositive()) {
                movements.merge(funding.to(), back.negated(), Money::plus);
                movements.merge(funding.from(), back, Money::plus);
            }
        }
        if (!movements.isEmpty()) {
            var unused = bookkeeping.post(
                    JournalEntry.Kind.PROJECT_FUNDING,
                    project.county(),
                    "project-abandoned:" + project.id(),
                    "Project " + project.id() + " is given up",
                    movements);
        }
    }

    private static Money min(Money a, Money b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private void tell(Project project, Step step, String remark) {
        audit.record(AuditEntry.of(
                        "project-" + step.name().toLowerCase(Locale.ROOT).replace('_', '-'), "project", project.id())
                .in(project.division())
                .because(remark.isEmpty() ? null : remark));
        telling.tell(List.of(project));
    }
}
