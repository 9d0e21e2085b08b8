package org.jingzhun.funding.asset;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.procedure.Officer;
import org.jingzhun.chassis.procedure.Signatures;
import org.jingzhun.chassis.procedure.Signing;
import org.jingzhun.funding.asset.AssetRefusal.Reason;
import org.jingzhun.funding.asset.share.Holder;
import org.jingzhun.funding.asset.share.Quantification;
import org.jingzhun.funding.asset.share.Quantification.Share;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** Gives shares, takes them back and gives them to others (折股量化与动态管理). */
@ApplicationScoped
public class Assigning {

    private static final long TOWNSHIP = 1_000;

    private final Assets assets;
    private final AssetShares shares;
    private final ShareAssignments assignments;
    private final DividendPlans dividends;
    private final Candidates candidates;
    private final AssetAnnouncing announcing;
    private final Signatures signatures;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    Assigning(
            Assets assets,
            AssetShares shares,
            ShareAssignments assignments,
            DividendPlans dividends,
            Candidates candidates,
            AssetAnnouncing announcing,
            Signatures signatures,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.assets = assets;
        this.shares = shares;
        this.assignments = assignments;
        this.dividends = dividends;
        this.candidates = candidates;
        this.announcing = announcing;
        this.signatures = signatures;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Plans an assignment and divides, unless its lines are to be imported.
     *
     * @throws AssetRefusal if a holder may not hold shares, there is nothing to divide, or the day lies in a period that
     *     was divided
     */
    @Transactional
    public ShareAssignment plan(UUID assetId, AssignmentOrder order) {
        var asset = assets.lock(assetId);
        requireOpen(asset, order.effectiveOn());
        var id = UuidCreator.getTimeOrderedEpoch();
        var planned =
                switch (order.kind()) {
                    case INITIAL ->
                        planned(id, asset, order, available(asset, order.amount()), collective(asset, order));
                    case RETURN ->
                        planned(id, asset, order, Money.ZERO, asset.data().division());
                    case REASSIGNMENT -> planned(id, asset, order, Money.ZERO, collective(asset, order));
                };
        assignments.insert(planned);
        signatures.add(
                id,
                planned.division(),
                Signing.sign(AssignmentStep.PLAN, null, officer(), List.of(), "", clock.instant()));
        var divided =
                switch (order.kind()) {
                    case INITIAL -> divide(asset, planned, order);
                    case RETURN -> takeBack(asset, planned, order);
                    case REASSIGNMENT -> reassign(asset, planned, order);
                };
        record(divided, AssignmentStep.PLAN, "");
        return divided;
    }

    private static ShareAssignment planned(UUID id, Asset asset, AssignmentOrder order, Money amount, long collective) {
        return new ShareAssignment(
                id,
                asset.id(),
                asset.data().division(),
                order.kind(),
                order.kind() == ShareAssignment.Kind.RETURN ? ShareAssignment.Mode.LISTED : order.mode(),
                order.effectiveOn(),
                collective,
                amount,
                Money.ZERO,
                order.unit(),
                order.minimum(),
                0,
                order.documentNumber(),
                AssignmentStage.PLANNED,
                0);
    }

    /** Days before this one belong to periods whose income was divided by the shares as they were. */
    private void requireOpen(Asset asset, LocalDate effectiveOn) {
        var divided = dividends.findLastDay(asset.id()).orElse(LocalDate.MIN);
        if (!effectiveOn.isAfter(divided)) {
            throw new AssetRefusal.NotNow(Reason.PERIOD_DIVIDED, divided);
        }
        if (effectiveOn.isBefore(asset.data().startsOn())
                || effectiveOn.isAfter(asset.data().endsOn())) {
            throw new AssetRefusal.NotNow(Reason.PERIOD_INVALID, asset.data().startsOn());
        }
    }

    private static Money available(Asset asset, @Nullable Money asked) {
        var free = asset.data().value().minus(asset.shared());
        var amount = asked == null ? free : asked;
        if (amount.compareTo(free) > 0 || amount.isZero()) {
            throw new AssetRefusal.AboveValue(free, amount);
        }
        return amount;
    }

    private static long collective(Asset asset, AssignmentOrder order) {
        var named = order.collective();
        long village = named == null ? asset.data().division() : named;
        boolean isVillage = village % TOWNSHIP != 0;
        if (!isVillage || village / 1_000_000 * 1_000_000 != asset.data().county()) {
            throw new AssetRefusal.HoldersNotEligible(List.of(Long.toString(village)));
        }
        return village;
    }

    private ShareAssignment divide(Asset asset, ShareAssignment planned, AssignmentOrder order) {
        if (order.mode() == ShareAssignment.Mode.LISTED) {
            return planned;
        }
        var mode =
                order.mode() == ShareAssignment.Mode.EQUAL ? Quantification.Mode.EQUAL : Quantification.Mode.WEIGHTED;
        var divided = Quantification.divide(
                planned.amount(),
                candidates.list(asset, order),
                new Quantification.Terms(mode, order.unit(), order.minimum()));
        if (divided.shares().isEmpty()) {
            throw new AssetRefusal.NotNow(Reason.NO_HOLDERS, planned.amount());
        }
        assignments.addLines(planned.id(), divided.shares());
        return closed(
                planned,
                planned.amount(),
                divided.remainder(),
                divided.waiting().size());
    }

    /** The collective takes the remainder, so that everything of the amount is held by somebody. */
    private ShareAssignment closed(ShareAssignment planned, Money amount, Money remainder, int waiting) {
        if (remainder.isPositive()) {
            assignments.addLines(planned.id(), List.of(new Share(Holder.collective(planned.collective()), remainder)));
        }
        assignments.move(planned.id(), AssignmentStage.PLANNED, amount, remainder, waiting);
        return assignments.get(planned.id());
    }

    /** Each share goes to the collective of its own village. */
    private ShareAssignment takeBack(Asset asset, ShareAssignment planned, AssignmentOrder order) {
        int marked = shares.markReturns(
                planned.id(),
                asset,
                order.leaving().stream()
                        .map(l -> new AssetShares.Leaving(
                                l.householdId(), l.reason().name()))
                        .toList());
        if (marked == 0) {
            throw new AssetRefusal.NotNow(Reason.NO_HOLDERS, asset.shared());
        }
        var ending = requireBegun(planned);
        assignments.addLines(
                planned.id(),
                ending.stream()
                        .map(e -> new Share(Holder.collective(e.village()), e.amount()))
                        .toList());
        return closed(planned, sum(ending), Money.ZERO, 0);
    }

    private ShareAssignment reassign(Asset asset, ShareAssignment planned, AssignmentOrder order) {
        if (shares.markCollective(planned.id(), asset.id(), planned.collective()) == 0) {
            throw new AssetRefusal.NotNow(Reason.NO_HOLDERS, planned.collective());
        }
        var amount = sum(requireBegun(planned));
        var withAmount = planned(planned.id(), asset, order, amount, planned.collective());
        if (order.mode() == ShareAssignment.Mode.LISTED) {
            return closed(withAmount, amount, Money.ZERO, 0);
        }
        return divide(asset, withAmount, order);
    }

    private List<AssetShares.Ending> requireBegun(ShareAssignment planned) {
        var ending = shares.listEnding(planned.id());
        ending.forEach(e -> {
            if (!planned.effectiveOn().isAfter(e.since())) {
                throw new AssetRefusal.NotNow(Reason.PERIOD_DIVIDED, e.since());
            }
        });
        return ending;
    }

    private static Money sum(List<AssetShares.Ending> ending) {
        return ending.stream().map(AssetShares.Ending::amount).reduce(Money.ZERO, Money::plus);
    }

    /**
     * Takes a step other than planning.
     *
     * @throws org.jingzhun.chassis.procedure.StepRefusal if the step is not open to the caller
     * @throws AssetRefusal if the lines do not fit the asset any more
     */
    @Transactional
    public ShareAssignment take(UUID id, AssignmentStep step, String remark, @Nullable String ifMatch) {
        if (step == AssignmentStep.PLAN) {
            throw new AssetRefusal.NotNow(Reason.STEP_TAKEN_ELSEWHERE, step);
        }
        var assignment = assignments.lock(id);
        if (ifMatch != null) {
            Revisions.require(ifMatch, assignment.revision());
        }
        var signature = Signing.sign(step, assignment.stage(), officer(), signatures.list(id), remark, clock.instant());
        var ready = step == AssignmentStep.REVIEW ? completed(assignment) : assignment;
        if (step == AssignmentStep.APPROVE) {
            approve(ready);
        }
        assignments.move(id, step.to(), ready.amount(), ready.remainder(), ready.waiting());
        signatures.add(id, ready.division(), signature);
        var taken = assignments.get(id);
        record(taken, step, remark);
        return taken;
    }

    /** Lists are closed at the review: who is on them must be eligible, and the collective takes what is left. */
    private ShareAssignment completed(ShareAssignment assignment) {
        var asset = assets.lock(assignment.assetId());
        var ineligible =
                assignments.listIneligible(assignment.id(), asset.data().county());
        if (!ineligible.isEmpty()) {
            throw new AssetRefusal.HoldersNotEligible(ineligible);
        }
        var listed = assignments.sumLines(assignment.id());
        if (listed.isZero()) {
            throw new AssetRefusal.NotNow(Reason.NO_HOLDERS, assignment.amount());
        }
        if (listed.compareTo(assignment.amount()) > 0) {
            throw new AssetRefusal.AboveValue(assignment.amount(), listed);
        }
        var left = assignment.amount().minus(listed);
        return left.isZero() ? assignment : closed(assignment, assignment.amount(), left, assignment.waiting());
    }

    private void approve(ShareAssignment assignment) {
        var asset = assets.lock(assignment.assetId());
        requireOpen(asset, assignment.effectiveOn());
        if (assignment.kind() == ShareAssignment.Kind.INITIAL) {
            available(asset, assignment.amount());
        }
        int marked = shares.countMarked(assignment.id());
        if (shares.apply(assignment) != marked) {
            throw new AssetRefusal.NotNow(Reason.SHARES_CHANGED, marked);
        }
    }

    private Officer officer() {
        return Officer.of(caller.get());
    }

    private void record(ShareAssignment assignment, AssignmentStep step, String remark) {
        announcing.taken(assignment, step);
        audit.record(AuditEntry.of(
                        "share-assignment-" + step.name().toLowerCase(Locale.ROOT), "share-assignment", assignment.id())
                .in(assignment.division())
                .because(remark.isEmpty() ? null : remark)
                .with("amount", assignment.amount().toString()));
    }
}
