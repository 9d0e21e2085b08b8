package org.jingzhun.funding.fund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.funding.fund.rule.Drawing.Portion;
import org.jingzhun.funding.fund.rule.FundKind;
import org.jingzhun.funding.ledger.AccountKey;
import org.jingzhun.funding.ledger.Bookkeeping;
import org.jingzhun.funding.ledger.JournalEntry;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.observed.identification.ShareCandidates;
import org.jingzhun.funding.source.Sources;
import org.jspecify.annotations.Nullable;

/** Founds funds, fills them, keeps their members (基金设立与筹资). */
@ApplicationScoped
public class FundKeeping {

    private final Funds funds;
    private final FundMembers members;
    private final FundMovements movements;
    private final ShareCandidates households;
    private final Sources sources;
    private final Bookkeeping bookkeeping;
    private final FundAnnouncing announcing;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    FundKeeping(
            Funds funds,
            FundMembers members,
            FundMovements movements,
            ShareCandidates households,
            Sources sources,
            Bookkeeping bookkeeping,
            FundAnnouncing announcing,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.funds = funds;
        this.members = members;
        this.movements = movements;
        this.households = households;
        this.sources = sources;
        this.bookkeeping = bookkeeping;
        this.announcing = announcing;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** A fund and whether it was new. */
    public record Founded(Fund fund, boolean created) {}

    /**
     * Founds a fund, or describes a known one anew; kind and place stay.
     *
     * @param ifMatch the revision seen by the client; needed to change a known fund
     * @throws FundRefusal if the place is foreign or the name is taken
     */
    @Transactional
    public Founded found(
            UUID id,
            FundKind kind,
            long division,
            String name,
            LocalDate foundedOn,
            String documentNumber,
            @Nullable String ifMatch) {
        if (!caller.get().area().covers(division)) {
            throw new FundRefusal.OutsideArea(division);
        }
        var fund = new Fund(id, kind, division, name, foundedOn, documentNumber, Money.ZERO, 0);
        var known = funds.find(id);
        if (funds.hasOther(fund)) {
            throw new FundRefusal.NotNow(FundRefusal.Reason.FUND_NAME_TAKEN, name);
        }
        if (known.isPresent()) {
            var before = funds.lock(id);
            Revisions.require(ifMatch, before.revision());
            if (before.kind() != kind || before.division() != division) {
                throw new FundRefusal.NotNow(FundRefusal.Reason.FUND_NAME_TAKEN, before.name());
            }
            funds.update(fund);
        } else if (!funds.insert(fund, caller.get().subject(), clock.instant())) {
            throw new FundRefusal.NotNow(FundRefusal.Reason.FUND_NAME_TAKEN, name);
        }
        audit.record(AuditEntry.of(known.isPresent() ? "fund-changed" : "fund-founded", "fund", id)
                .in(division)
                .with("kind", kind.name()));
        announcing.founded(fund, LocalDate.now(clock));
        return new Founded(funds.get(id), known.isEmpty());
    }

    /** Where a contribution comes from. */
    public enum Origin {
        /** The county's budget of the source and year. */
        BUDGET,
        /** What the fund's village was allocated of the source and year. */
        VILLAGE,
        /** Paid in by members (互助金). */
        MEMBERS
    }

    /**
     * Puts money into a fund.
     *
     * @return id of the entry that booked it
     * @throws org.jingzhun.funding.ledger.LedgerRefusal.Overdrawn if budget or village do not hold the amount
     */
    @Transactional
    public UUID contribute(UUID fundId, Origin origin, UUID sourceId, int year, Money amount, String documentNumber) {
        var fund = funds.lock(fundId);
        if (origin == Origin.MEMBERS && fund.kind() != FundKind.MUTUAL_AID) {
            throw new FundRefusal.NotNow(FundRefusal.Reason.NO_MEMBERS_HERE, fund.kind());
        }
        if (origin == Origin.VILLAGE && fund.division() == fund.county()) {
            throw new FundRefusal.Unknown("Village of fund " + fundId);
        }
        var source = sources.get(sourceId);
        var from =
                switch (origin) {
                    case BUDGET -> AccountKey.budget(fund.county(), sourceId, year);
                    case VILLAGE -> AccountKey.village(fund.county(), fund.division(), sourceId, year);
                    case MEMBERS -> fund.payers(sourceId, year);
                };
        var kind = origin == Origin.MEMBERS ? FundMovement.Kind.DUES : FundMovement.Kind.CONTRIBUTION;
        var booked = new LinkedHashMap<AccountKey, Money>();
        booked.put(from, amount.negated());
        booked.put(fund.account(sourceId, year), amount);
        var entry = bookkeeping.post(
                JournalEntry.Kind.FUND,
                fund.county(),
                "fund-contribution:" + fundId + ":" + documentNumber,
                source.name() + " " + documentNumber,
                booked);
        movements.add(
                fund,
                kind,
                new Portion(sourceId, year),
                amount,
                null,
                entry.id(),
                LocalDate.now(clock),
                documentNumber);
        audit.record(AuditEntry.of("fund-contribution", "fund", fundId)
                .in(fund.division())
                .with("amount", amount.toString()));
        return entry.id();
    }

    /**
     * Notes that a donation went into a fund; the donation has booked it.
     *
     * @param entry that booked it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void donated(Fund fund, UUID sourceId, int year, Money amount, UUID entry, String receipt) {
        var kind = amount.isNegative() ? FundMovement.Kind.RETURN : FundMovement.Kind.DONATION;
        movements.add(fund, kind, new Portion(sourceId, year), amount, null, entry, LocalDate.now(clock), receipt);
    }

    /**
     * Takes households into a mutual-aid fund.
     *
     * @throws FundRefusal if one is not on the register of the fund's area, or a member already
     */
    @Transactional
    public void join(UUID fundId, List<UUID> joining, int group, LocalDate joinedOn) {
        var fund = membersOf(fundId);
        var known = households.list(joining);
        if (known.size() != joining.stream().distinct().count()) {
            throw new FundRefusal.NotNow(FundRefusal.Reason.MEMBERSHIP, joining.size() - known.size());
        }
        for (var household : known) {
            boolean here = household.village() == fund.division()
                    || (fund.division() == fund.county()
                            && household.village() / 1_000_000 * 1_000_000 == fund.county());
            if (!here
                    || !members.add(
                            fundId, new FundMember(household.id(), household.village(), group, joinedOn, null))) {
                throw new FundRefusal.NotNow(FundRefusal.Reason.MEMBERSHIP, household.id());
            }
        }
        audit.record(
                AuditEntry.of("fund-joined", "fund", fundId).in(fund.division()).with("households", known.size()));
    }

    /** @throws FundRefusal if the household is no member, or joined on that day or later */
    @Transactional
    public void leave(UUID fundId, UUID household, LocalDate leftOn) {
        var fund = membersOf(fundId);
        if (!members.leave(fundId, household, leftOn)) {
            throw new FundRefusal.NotNow(FundRefusal.Reason.MEMBERSHIP, household);
        }
        audit.record(AuditEntry.of("fund-left", "fund", fundId).in(fund.division()));
    }

    private Fund membersOf(UUID fundId) {
        var fund = funds.lock(fundId);
        if (fund.kind() != FundKind.MUTUAL_AID) {
            throw new FundRefusal.NotNow(FundRefusal.Reason.NO_MEMBERS_HERE, fund.kind());
        }
        return fund;
    }
}
