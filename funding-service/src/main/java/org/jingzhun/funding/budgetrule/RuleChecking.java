package org.jingzhun.funding.budgetrule;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.funding.budgetrule.checking.Check;
import org.jingzhun.funding.budgetrule.checking.Checking;
import org.jingzhun.funding.budgetrule.checking.FactorFund;
import org.jingzhun.funding.budgetrule.checking.Figure;
import org.jingzhun.funding.budgetrule.checking.Rule;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.source.Budgets;
import org.jspecify.annotations.Nullable;

/** Records figures of the treasury and checks a county's year against the rules (投入检查). */
@ApplicationScoped
public class RuleChecking {

    private final FiscalFigures figures;
    private final BudgetRules rules;
    private final Budgets budgets;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    RuleChecking(
            FiscalFigures figures, BudgetRules rules, Budgets budgets, Audit audit, CurrentCaller caller, Clock clock) {
        this.figures = figures;
        this.rules = rules;
        this.budgets = budgets;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** What a client says of a figure. */
    public record FigureData(
            long county,
            int year,
            FiscalItem item,
            String fund,
            Money amount,
            @Nullable Money separate,
            String documentNumber,
            LocalDate asOf) {}

    /** A check beside the version of the rule that it used. */
    public record Checked(BudgetRule rule, Check check) {}

    /** @throws FiscalRefusal if the figure contradicts itself, was recorded before, or the county is foreign */
    @Transactional
    public FiscalFigure record(FigureData data) {
        if (!caller.get().area().covers(data.county())) {
            throw new FiscalRefusal.OutsideArea(data.county());
        }
        boolean isFund = data.item() == FiscalItem.FACTOR_BASED_FUND;
        if (isFund == data.fund().isEmpty() || (!isFund && data.separate() != null)) {
            throw new FiscalRefusal.FundMismatch(data.item());
        }
        if (data.separate() != null && data.separate().compareTo(data.amount()) > 0) {
            throw new FiscalRefusal.SeparateAboveAmount();
        }
        var figure = new FiscalFigure(
                UuidCreator.getTimeOrderedEpoch(),
                data.county(),
                data.year(),
                data.item(),
                data.fund(),
                data.amount(),
                data.separate(),
                data.documentNumber(),
                data.asOf(),
                caller.get().subject(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (!figures.insert(figure)) {
            throw new FiscalRefusal.RecordedBefore(data.documentNumber());
        }
        audit.record(AuditEntry.of("fiscal-figure-recorded", "fiscal-figure", figure.id())
                .in(figure.county())
                .with("item", figure.item().name()));
        return figure;
    }

    /**
     * Every rule that holds for the county in that year, checked now.
     *
     * @throws FiscalRefusal.UnknownCounty if the county is foreign
     */
    @Transactional
    public List<Checked> check(long county, int year) {
        if (!caller.get().area().covers(county)) {
            throw new FiscalRefusal.UnknownCounty(county);
        }
        var known = figures.listInForce(county, year - 1, year);
        List<Checked> checked = new ArrayList<>();
        for (var rule : Rule.values()) {
            rules.find(rule, county, year)
                    .ifPresent(version -> checked.add(new Checked(version, check(version, county, year, known))));
        }
        return checked;
    }

    private Check check(BudgetRule rule, long county, int year, List<FiscalFigure> known) {
        return switch (rule.rule()) {
            case INPUT_INCREMENT ->
                Checking.inputIncrement(
                        rule.basisPoints(),
                        figure("REVENUE_BEFORE", known, year - 1, FiscalItem.GENERAL_BUDGET_REVENUE),
                        figure("REVENUE", known, year, FiscalItem.GENERAL_BUDGET_REVENUE),
                        budgeted("INPUT_BEFORE", county, year - 1, null, "COUNTY"),
                        budgeted("INPUT", county, year, null, "COUNTY"));
            case RECLAIMED_IDLE ->
                Checking.reclaimedIdle(
                        rule.basisPoints(),
                        figure("RECLAIMED_IDLE", known, year, FiscalItem.RECLAIMED_IDLE),
                        budgeted("RECLAIMED_USED", county, year, "RECLAIMED_FUND", null));
            case MANAGEMENT_FEE ->
                Checking.managementFee(
                        rule.basisPoints(),
                        budgeted("CENTRAL_FUND", county, year, "SPECIAL_FUND", "CENTRAL"),
                        figure("MANAGEMENT_FEE", known, year, FiscalItem.MANAGEMENT_FEE));
            case SEPARATE_LINE -> Checking.separateLine(factorFunds(known, year));
        };
    }

    private Figure budgeted(String name, long county, int year, @Nullable String kind, @Nullable String level) {
        var sum = budgets.sum(county, year, kind, level);
        return new Figure(name, "", sum.amount(), sum.lines() + " budget lines of " + year);
    }

    private static @Nullable Figure figure(String name, List<FiscalFigure> known, int year, FiscalItem item) {
        Optional<FiscalFigure> found = known.stream()
                .filter(figure -> figure.year() == year && figure.item() == item)
                .findFirst();
        return found.map(figure -> new Figure(name, "", figure.amount(), figure.origin()))
                .orElse(null);
    }

    private static List<FactorFund> factorFunds(List<FiscalFigure> known, int year) {
        return known.stream()
                .filter(figure -> figure.year() == year && figure.item() == FiscalItem.FACTOR_BASED_FUND)
                .map(figure -> new FactorFund(
                        new Figure("FUND", figure.fund(), figure.amount(), figure.origin()),
                        figure.separate() == null
                                ? null
                                : new Figure("SEPARATE_LINE", figure.fund(), figure.separate(), figure.origin())))
                .toList();
    }
}
