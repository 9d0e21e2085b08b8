package org.jingzhun.funding.moneytrail.web;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.funding.ledger.AccountKind;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.moneytrail.Grouping;
import org.jingzhun.funding.moneytrail.PaymentSum;
import org.jingzhun.funding.moneytrail.Total;
import org.jingzhun.funding.moneytrail.TrailProof;

/** Totals as seen from outside. */
@Schema(name = "MoneyTotals")
record TotalsView(
        Grouping by,
        List<TotalView> items,

        @Schema(description = "Payments by kind, benefit and stage: what the money was for that left the accounts.")
        List<TrailView.SumView> payments,

        @Schema(description = "Sum of all items; equal to the proof's balances.")
        Money sum,

        @Schema(description = "Whether the items add up to the ledger, and the ledger to its postings.")
        boolean holds,

        TrailView.ProofView proof) {

    /** Balances of a kind of account. */
    @Schema(name = "KindBalance")
    record KindView(AccountKind kind, Money balance) {}

    /** One group. */
    @Schema(name = "MoneyTotal")
    record TotalView(
            @Schema(description = "Source id, division code, year, or class of project and else kind of account.")
            String key,

            String name,

            @Schema(description = "What sources gave.") Money given,

            @Schema(description = "What has reached its receivers.")
            Money paid,

            List<KindView> balances,

            @Schema(description = "Sum of the balances: what the group has from outside.")
            Money sum) {

        static TotalView of(Total total) {
            return new TotalView(
                    total.key(),
                    total.name(),
                    total.of(AccountKind.SOURCE).negated(),
                    total.of(AccountKind.PAID),
                    total.balances().entrySet().stream()
                            .map(b -> new KindView(b.getKey(), b.getValue()))
                            .toList(),
                    total.sum());
        }
    }

    static TotalsView of(Grouping by, List<Total> totals, List<PaymentSum> payments, TrailProof proof) {
        var sum = totals.stream().map(Total::sum).reduce(Money.ZERO, Money::plus);
        return new TotalsView(
                by,
                totals.stream().map(TotalView::of).toList(),
                payments.stream().map(TrailView.SumView::of).toList(),
                sum,
                proof.holds() && sum.equals(proof.balances()),
                TrailView.ProofView.of(proof));
    }
}
