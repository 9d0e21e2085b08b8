package org.jingzhun.funding.yearend;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.procedure.Officer;
import org.jingzhun.chassis.procedure.Signatures;
import org.jingzhun.chassis.procedure.Signing;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.funding.ledger.AccountKey;
import org.jingzhun.funding.ledger.Accounts;
import org.jingzhun.funding.ledger.Bookkeeping;
import org.jingzhun.funding.ledger.JournalEntry;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.source.Sources;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what has lain idle longer than the rule allows (收回存量资金): money of every account of the county whose class
 * in {@code data/idle-bands.csv} is reclaimed goes into the budget of a source of reclaimed money and is money of this year.
 */
@ApplicationScoped
public class Reclaiming {

    private static final String RECLAIMED = "RECLAIMED_FUND";

    private final Reclaims reclaims;
    private final IdleReport report;
    private final Sources sources;
    private final Accounts accounts;
    private final Bookkeeping bookkeeping;
    private final Signatures signatures;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    Reclaiming(
            Reclaims reclaims,
            IdleReport report,
            Sources sources,
            Accounts accounts,
            Bookkeeping bookkeeping,
            Signatures signatures,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.reclaims = reclaims;
        this.report = report;
        this.sources = sources;
        this.accounts = accounts;
        this.bookkeeping = bookkeeping;
        this.signatures = signatures;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Lists what is to be taken back of a county today.
     *
     * @throws YearEndRefusal if the county is foreign, the source is not one of reclaimed money, nothing is old enough, or
     *     another proposal of the county is undecided
     * @throws org.jingzhun.funding.source.SourceRefusal.UnknownSource if there is no such source
     */
    @Transactional
    public Reclaim propose(long county, UUID sourceId, String document) {
        if (!caller.get().area().covers(county)) {
            throw new YearEndRefusal.OutsideArea(county);
        }
        var source = sources.get(sourceId);
        if (!source.kind().equals(RECLAIMED)) {
            throw new YearEndRefusal.NotOfReclaimed(source.kind());
        }
        var signature =
                Signing.sign(ReclaimStep.PROPOSE, null, Officer.of(caller.get()), List.of(), "", clock.instant());
        var today = LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI);
        var lines = report.list(Area.ofPrefix(Long.toString(county)), today).stream()
                .filter(idle -> idle.band().reclaimed())
                .map(idle -> new Reclaim.Line(
                        idle.account().id(),
                        idle.lot().origin(),
                        idle.band().code(),
                        idle.lot().amount()))
                .toList();
        var amount = lines.stream().map(Reclaim.Line::amount).reduce(Money.ZERO, Money::plus);
        if (amount.isZero()) {
            throw new YearEndRefusal.NothingToReclaim(county);
        }
        var reclaim = new Reclaim(
                UuidCreator.getTimeOrderedEpoch(),
                county,
                sourceId,
                today.getYear(),
                document,
                amount,
                ReclaimStage.PROPOSED,
                null,
                lines,
                0);
        if (!reclaims.insert(reclaim, clock.instant())) {
            throw new YearEndRefusal.ProposalOpen(county);
        }
        signatures.add(reclaim.id(), county, signature);
        audit(reclaim, ReclaimStep.PROPOSE, "");
        return reclaim;
    }

    /**
     * Decides a proposal.
     *
     * @throws org.jingzhun.chassis.procedure.StepRefusal if the step is not open to the caller
     * @throws org.jingzhun.funding.ledger.LedgerRefusal.Overdrawn if an account has spent what it was to give back
     * @throws YearEndRefusal.UnknownReclaim if there is no such proposal
     */
    @Transactional
    public Reclaim take(UUID id, ReclaimStep step, String remark, @Nullable String ifMatch) {
        var reclaim = reclaims.lock(id);
        if (ifMatch != null) {
            Revisions.require(ifMatch, reclaim.revision());
        }
        var signature = Signing.sign(
                step, reclaim.stage(), Officer.of(caller.get()), signatures.list(id), remark, clock.instant());
        var entry =
                switch (step) {
                    case APPROVE -> book(reclaim).id();
                    case PROPOSE, REJECT -> null;
                };
        reclaims.move(id, step.to(), entry);
        signatures.add(id, reclaim.county(), signature);
        audit(reclaim, step, remark);
        return reclaims.get(id);
    }

    private JournalEntry book(Reclaim reclaim) {
        var known = accounts.mapOfCounty(reclaim.county());
        var movements = new LinkedHashMap<AccountKey, Money>();
        for (var line : reclaim.lines()) {
            var account = Objects.requireNonNull(known.get(line.account()), "account of the county");
            movements.merge(account.key(), line.amount().negated(), Money::plus);
        }
        movements.merge(
                AccountKey.budget(reclaim.county(), reclaim.sourceId(), reclaim.year()), reclaim.amount(), Money::plus);
        return bookkeeping.post(
                JournalEntry.Kind.RECLAIM,
                reclaim.county(),
                "reclaim:" + reclaim.id(),
                "收回存量资金 " + reclaim.document(),
                movements);
    }

    private void audit(Reclaim reclaim, ReclaimStep step, String remark) {
        audit.record(AuditEntry.of("reclaim-" + step.name().toLowerCase(Locale.ROOT), "reclaim", reclaim.id())
                .in(reclaim.county())
                .because(remark.isEmpty() ? null : remark)
                .with("amount", reclaim.amount().toString()));
    }
}
