package org.jingzhun.funding.riskpool;

import com.github.f4b6a3.uuid.UuidCreator;
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
import org.jingzhun.funding.codelist.CodeLists;
import org.jingzhun.funding.fund.PoolFilling;
import org.jingzhun.funding.ledger.AccountKey;
import org.jingzhun.funding.ledger.AccountKind;
import org.jingzhun.funding.ledger.Bookkeeping;
import org.jingzhun.funding.ledger.JournalEntry;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.riskpool.rule.LendingRule;
import org.jingzhun.funding.source.Sources;
import org.jspecify.annotations.Nullable;

/** Sets pools up and takes contributions in (设立与出资). */
@ApplicationScoped
public class Pooling {

    /** Kind of the sources under which banks pay in. */
    static final String LENDER = "LENDER";

    private final RiskPools pools;
    private final PoolRules rules;
    private final Contributions contributions;
    private final Sources sources;
    private final CodeLists codes;
    private final Bookkeeping bookkeeping;
    private final PoolFilling filling;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    Pooling(
            RiskPools pools,
            PoolRules rules,
            Contributions contributions,
            Sources sources,
            CodeLists codes,
            Bookkeeping bookkeeping,
            PoolFilling filling,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.pools = pools;
        this.rules = rules;
        this.contributions = contributions;
        this.sources = sources;
        this.codes = codes;
        this.bookkeeping = bookkeeping;
        this.filling = filling;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** What an agreement says; what it leaves out is as the rules have it. */
    public record Agreement(
            long county,
            String name,
            @Nullable String bank,
            List<String> products,
            @Nullable Integer poolShare,
            @Nullable Integer leverage,
            @Nullable Integer triggerDays,
            @Nullable Integer stopOverdue,
            @Nullable Integer stopCompensated,
            LocalDate agreedOn) {}

    /** @throws PoolException if the rules of the day do not allow it, or the name is taken */
    @Transactional
    public RiskPool setUp(Agreement agreement) {
        if (!caller.get().area().covers(agreement.county())) {
            throw new PoolRefusal.OutsideArea(agreement.county()).asException();
        }
        var rule = rules.find(agreement.agreedOn())
                .orElseThrow(() -> new PoolRefusal.NoRules(agreement.agreedOn()).asException());
        var lenders = codes.listCodes("lender", agreement.agreedOn());
        if (agreement.bank() != null && !lenders.contains(agreement.bank())) {
            throw new PoolRefusal.CodesUnknown(lenders).asException();
        }
        if (!rule.products().containsAll(agreement.products())) {
            throw new PoolRefusal.OutsideRules("products", "", String.join(" ", rule.products())).asException();
        }
        int share = within(
                "poolShare", agreement.poolShare(), rule.poolShare(), rule.leastPoolShare(), rule.mostPoolShare());
        int leverage =
                within("leverage", agreement.leverage(), rule.leverage(), rule.leastLeverage(), rule.mostLeverage());
        var pool = new RiskPool(
                UuidCreator.getTimeOrderedEpoch(),
                agreement.county(),
                agreement.name(),
                agreement.bank(),
                agreement.products().stream().sorted().distinct().toList(),
                share,
                new LendingRule(
                        leverage,
                        within("stopOverdue", agreement.stopOverdue(), rule.stopOverdue(), 0, rule.stopOverdue()),
                        within(
                                "stopCompensated",
                                agreement.stopCompensated(),
                                rule.stopCompensated(),
                                0,
                                rule.stopCompensated())),
                agreement.triggerDays() == null ? rule.triggerDays() : agreement.triggerDays(),
                rule.version(),
                agreement.agreedOn());
        if (!pools.insert(pool, caller.get().subject(), clock.instant())) {
            throw new PoolRefusal.NameTaken(pool.name()).asException();
        }
        audit.record(AuditEntry.of("risk-pool-set-up", "risk-pool", pool.id()).in(pool.county()));
        return pool;
    }

    private static int within(String field, @Nullable Integer said, int otherwise, int least, int most) {
        int value = said == null ? otherwise : said;
        if (value < least || value > most) {
            throw new PoolRefusal.OutsideRules(field, Integer.toString(least), Integer.toString(most)).asException();
        }
        return value;
    }

    /**
     * What a client says of a contribution.
     *
     * @param fund of the treasury: the fund that it comes from
     */
    public record Paying(
            Contribution.Payer payer,
            @Nullable UUID fund,
            UUID source,
            int year,
            Money amount,
            String documentNumber) {}

    /**
     * Takes a contribution in: the treasury's leaves the county's fund for the sharing of risks, the lender's comes from
     * outside.
     *
     * @throws PoolException if the source or fund is not the payer's, or the document is known
     * @throws org.jingzhun.funding.fund.FundRefusal if the fund is of another kind or county, or does not hold the amount
     */
    @Transactional
    public Contribution contribute(UUID id, Paying paying) {
        var pool = pools.lock(id);
        var source = sources.get(paying.source());
        boolean lender = paying.payer() == Contribution.Payer.LENDER;
        if (source.kind().equals(LENDER) != lender) {
            throw new PoolRefusal.WrongSource(source.kind()).asException();
        }
        if (lender != (paying.fund() == null)) {
            throw new PoolRefusal.FundMismatch(paying.payer()).asException();
        }
        if (contributions.has(id, paying.documentNumber())) {
            throw new PoolRefusal.DocumentKnown(paying.documentNumber()).asException();
        }
        var entry = paying.fund() == null ? fromLender(pool, paying) : fromFund(pool, paying.fund(), paying);
        var contribution = new Contribution(
                UuidCreator.getTimeOrderedEpoch(),
                id,
                paying.payer(),
                paying.fund(),
                source.id(),
                paying.year(),
                paying.amount(),
                paying.documentNumber(),
                entry);
        contributions.insert(contribution, pool.county(), caller.get().subject(), clock.instant());
        audit.record(AuditEntry.of("risk-pool-contribution", "risk-pool", id)
                .in(pool.county())
                .with("amount", paying.amount().toString()));
        return contribution;
    }

    private UUID fromLender(RiskPool pool, Paying paying) {
        var movements = new LinkedHashMap<AccountKey, Money>();
        movements.put(
                account(AccountKind.OPERATOR, pool, paying.source(), paying.year()),
                paying.amount().negated());
        movements.put(account(AccountKind.RISK_POOL, pool, paying.source(), paying.year()), paying.amount());
        return bookkeeping
                .post(JournalEntry.Kind.RISK_POOL, pool.county(), key(pool, paying), memo(pool, paying), movements)
                .id();
    }

    private UUID fromFund(RiskPool pool, UUID fund, Paying paying) {
        return filling.fill(
                fund,
                account(AccountKind.RISK_POOL, pool, paying.source(), paying.year()),
                paying.amount(),
                key(pool, paying),
                memo(pool, paying));
    }

    private static String key(RiskPool pool, Paying paying) {
        return "pool-contribution:" + pool.id() + ":" + paying.documentNumber();
    }

    private static String memo(RiskPool pool, Paying paying) {
        return pool.name() + " " + paying.documentNumber();
    }

    static AccountKey account(AccountKind kind, RiskPool pool, UUID source, int year) {
        return new AccountKey(kind, pool.county(), pool.county(), source, year, pool.id());
    }
}
