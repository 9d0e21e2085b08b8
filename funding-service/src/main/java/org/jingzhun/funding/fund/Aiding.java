package org.jingzhun.funding.fund;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.procedure.Officer;
import org.jingzhun.chassis.procedure.Signatures;
import org.jingzhun.chassis.procedure.Signing;
import org.jingzhun.funding.codelist.CodeLists;
import org.jingzhun.funding.fund.rule.AidForm;
import org.jingzhun.funding.fund.rule.Application;
import org.jingzhun.funding.fund.rule.FundRule;
import org.jingzhun.funding.fund.rule.Judging;
import org.jingzhun.funding.fund.rule.OtherAid;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.observed.identification.ShareCandidates;
import org.jspecify.annotations.Nullable;

/** Grants and lends out of funds, by their rules of use (基金使用). */
@ApplicationScoped
public class Aiding {

    /** Steps that have a path of their own, or are taken by the bank's word. */
    private static final Set<AidStep> ELSEWHERE = Set.of(AidStep.APPLY, AidStep.ARRIVE, AidStep.BOUNCE, AidStep.SETTLE);

    private static final long COUNTY = 1_000_000;
    private static final long TOWNSHIP = 1_000;

    private final Funds funds;
    private final FundRules rules;
    private final FundMembers members;
    private final FundAids aids;
    private final AidPayments payments;
    private final AidPaying paying;
    private final ShareCandidates households;
    private final ReceivedAid received;
    private final CodeLists codeLists;
    private final Signatures signatures;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    Aiding(
            Funds funds,
            FundRules rules,
            FundMembers members,
            FundAids aids,
            AidPayments payments,
            AidPaying paying,
            ShareCandidates households,
            ReceivedAid received,
            CodeLists codeLists,
            Signatures signatures,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.funds = funds;
        this.rules = rules;
        this.members = members;
        this.aids = aids;
        this.payments = payments;
        this.paying = paying;
        this.households = households;
        this.received = received;
        this.codeLists = codeLists;
        this.signatures = signatures;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** Who receives, and whether he may. */
    private record Receiver(FundRule.Receiver kind, long village, boolean eligible) {}

    /**
     * Files an application and holds it against the rule of use of today.
     *
     * @throws FundRefusal.RuleBroken with every point that it breaks
     * @throws FundRefusal if there is no such fund or rule, or the fund does not hold the amount
     */
    @Transactional
    public FundAid apply(UUID fundId, AidRequest asked) {
        var fund = funds.lock(fundId);
        var today = LocalDate.now(clock);
        var known = codeLists.listCodes("other-aid", today);
        if (!known.containsAll(asked.otherAid().stream().map(OtherAid::code).toList())) {
            throw new FundRefusal.NotNow(FundRefusal.Reason.UNKNOWN_OTHER_AID, known);
        }
        var rule = rules.get(fund.kind(), asked.purpose(), fund.division(), today);
        var receiver = receiver(fund, asked);
        var verdict = Judging.judge(rule, application(fund, rule, asked, receiver, today));
        if (!verdict.holds()) {
            throw new FundRefusal.RuleBroken(verdict.broken(), rule.version());
        }
        payments.requireAvailable(fund, asked.amount());
        var aid = new FundAid(
                UuidCreator.getTimeOrderedEpoch(),
                fundId,
                fund.division(),
                asked.form(),
                asked.purpose(),
                receiver.village(),
                asked.householdId(),
                asked.personId(),
                asked.amount(),
                asked.cost(),
                asked.year(),
                today,
                asked.months(),
                rule.feeRate(),
                asked.evidence(),
                asked.otherAid(),
                asked.guarantors(),
                rule.version(),
                verdict.aboveCap(),
                AidStage.APPLIED,
                null,
                null,
                Money.ZERO,
                0);
        var signature = Signing.sign(AidStep.APPLY, null, officer(), List.of(), "", clock.instant());
        aids.insert(aid);
        signatures.add(aid.id(), aid.village(), signature);
        record(aid, AidStep.APPLY, "");
        return aid;
    }

    private Application application(Fund fund, FundRule rule, AidRequest asked, Receiver receiver, LocalDate today) {
        var household = asked.householdId();
        return new Application(
                asked.form(),
                receiver.kind(),
                asked.amount(),
                asked.cost(),
                asked.months(),
                Set.copyOf(asked.evidence()),
                asked.otherAid(),
                household == null ? 0 : members.countVouching(fund.id(), household, asked.guarantors(), today),
                household != null && members.has(fund.id(), household),
                receiver.eligible(),
                household != null && aids.owes(fund.id(), household),
                aids.received(fund.id(), asked.purpose(), asked.year(), receiver.village(), household),
                household == null ? Set.of() : received.undeclared(household, asked, rule));
    }

    private Receiver receiver(Fund fund, AidRequest asked) {
        var household = asked.householdId();
        if (household == null) {
            var named = asked.village();
            long village = named == null ? fund.division() : named;
            boolean here = village % TOWNSHIP != 0 && within(fund, village);
            return new Receiver(FundRule.Receiver.VILLAGE, village, here);
        }
        return households.list(List.of(household)).stream()
                .findFirst()
                .map(h -> new Receiver(FundRule.Receiver.HOUSEHOLD, h.village(), h.poor() && within(fund, h.village())))
                .orElse(new Receiver(FundRule.Receiver.HOUSEHOLD, fund.division(), false));
    }

    private static boolean within(Fund fund, long village) {
        return village == fund.division()
                || (fund.division() == fund.county() && village / COUNTY * COUNTY == fund.county());
    }

    /**
     * Takes a step that an officer decides.
     *
     * @throws org.jingzhun.chassis.procedure.StepRefusal if the step is not open to the caller
     * @throws FundRefusal.FundExhausted if the fund does not hold the amount any more
     */
    @Transactional
    public FundAid take(UUID id, AidStep step, String remark, @Nullable String ifMatch) {
        if (ELSEWHERE.contains(step)) {
            throw new FundRefusal.NotNow(FundRefusal.Reason.AID_STEP_TAKEN_ELSEWHERE, step);
        }
        var aid = aids.lock(id);
        if (ifMatch != null) {
            Revisions.require(ifMatch, aid.revision());
        }
        var signature = Signing.sign(step, aid.stage(), officer(), signatures.list(id), remark, clock.instant());
        if (step == AidStep.WRITE_OFF && aid.form() != AidForm.LOAN) {
            throw new FundRefusal.NotNow(FundRefusal.Reason.NOT_LENT, aid.form());
        }
        aids.move(id, step.to(), aid.paidOn(), aid.dueOn(), aid.repaid());
        signatures.add(id, aid.village(), signature);
        record(aid, step, remark);
        if (step == AidStep.PAY) {
            paying.pay(aids.get(id));
        }
        return aids.get(id);
    }

    private Officer officer() {
        return Officer.of(caller.get());
    }

    private void record(FundAid aid, AidStep step, String remark) {
        audit.record(AuditEntry.of("fund-aid-" + step.name().toLowerCase(Locale.ROOT), "fund-aid", aid.id())
                .in(aid.village())
                .about(aid.householdId())
                .because(remark.isEmpty() ? null : remark)
                .with("amount", aid.amount().toString()));
    }
}
