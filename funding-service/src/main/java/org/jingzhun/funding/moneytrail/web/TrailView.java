package org.jingzhun.funding.moneytrail.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.funding.ledger.AccountKind;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.moneytrail.Flow;
import org.jingzhun.funding.moneytrail.HouseholdTrail;
import org.jingzhun.funding.moneytrail.PaymentLine;
import org.jingzhun.funding.moneytrail.PaymentSum;
import org.jingzhun.funding.moneytrail.Station;
import org.jingzhun.funding.moneytrail.TrailProof;
import org.jspecify.annotations.Nullable;

/** A money trail as seen from outside. */
@Schema(name = "MoneyTrail")
record TrailView(
        @Schema(
                description =
                        "Kinds of accounts in the order of the money's way, with what came in, went out and is there.")
        List<StationView> stations,

        @Schema(
                description =
                        "What moved between them, by kind of journal entry; also the other side of accounts that were"
                                + " not selected.")
        List<FlowView> flows,

        @Schema(description = "Payments by kind, benefit and stage; of a household one by one instead.")
        List<SumView> payments,

        @Schema(description = "Only for a household.") @Nullable
        HouseholdView household,

        @Schema(description = "Absent for a household, whose payments are held against their batches.") @Nullable
        ProofView proof) {

    /** Payments of one kind and stage. */
    @Schema(name = "PaymentSum")
    record SumView(
            String kind,
            String benefit,

            @Schema(description = "DUE if they are not sent yet.")
            String stage,

            long payments,
            Money amount) {

        static SumView of(PaymentSum sum) {
            return new SumView(sum.kind(), sum.benefit(), sum.stage(), sum.payments(), sum.amount());
        }
    }

    /** What a household was paid, and the documents that handed the money down. */
    @Schema(name = "HouseholdTrail")
    record HouseholdView(
            @Schema(description = "The newest 1,000.") List<PaymentView> payments,
            List<OriginView> origins,

            @Schema(description = "Whether the batches of the payments agree with the entries that sent them.")
            boolean holds) {

        static HouseholdView of(HouseholdTrail trail) {
            return new HouseholdView(
                    trail.payments().stream().map(PaymentView::of).toList(),
                    trail.origins().stream()
                            .map(o ->
                                    new OriginView(o.sourceId(), o.year(), o.documentNumber(), o.amount(), o.entryId()))
                            .toList(),
                    trail.wrongBatches() == 0);
        }
    }

    /** One payment on the way back to the source. */
    @Schema(name = "TrailPayment")
    record PaymentView(
            UUID payable,
            String kind,
            String benefit,
            String village,

            @Schema(description = "Kind of the account that paid.")
            String account,

            @Schema(description = "Project, fund or pool that paid.") @Nullable
            UUID subject,

            UUID source,
            String sourceName,
            int year,
            Money amount,
            String stage,
            @Nullable LocalDate settledOn,
            @Nullable UUID batch,

            @Schema(description = "Journal entry that sent it.") @Nullable
            UUID entry) {

        static PaymentView of(PaymentLine line) {
            return new PaymentView(
                    line.payableId(),
                    line.kind(),
                    line.benefit(),
                    Long.toString(line.village()),
                    line.accountKind(),
                    line.subject(),
                    line.sourceId(),
                    line.sourceName(),
                    line.year(),
                    line.amount(),
                    line.stage(),
                    line.settledOn(),
                    line.batchId(),
                    line.entryId());
        }
    }

    /** A document that handed money of the source down to the county. */
    @Schema(name = "MoneyOrigin")
    record OriginView(UUID source, int year, String documentNumber, Money amount, UUID entry) {}

    /** All accounts of a kind. */
    @Schema(name = "MoneyStation")
    record StationView(AccountKind kind, long accounts, Money received, Money gave, Money balance) {}

    /** What moved between two stations. */
    @Schema(name = "MoneyFlow")
    record FlowView(
            @Schema(description = "Kind of the entries; OUTSIDE if they are in books that you do not see.")
            String entries,

            @Schema(description = "Absent if it came from outside.") @Nullable
            AccountKind from,

            @Schema(description = "Absent if several kinds gave to several.") @Nullable
            AccountKind to,

            Money amount,
            long count) {}

    /** The sums held against the ledger. */
    @Schema(name = "MoneyTrailProof")
    record ProofView(
            @Schema(description = "Whether no fen is missing and none is there twice.")
            boolean holds,

            long accounts,
            long postings,

            @Schema(description = "Sum of all balances; what sources gave counts below zero.")
            Money balances,

            @Schema(description = "Sum of the postings whose other side was not selected; equal to the balances.")
            Money outside,

            @Schema(description = "Accounts whose balance is not the sum of their postings.")
            long wrongAccounts) {

        static ProofView of(TrailProof proof) {
            return new ProofView(
                    proof.holds(),
                    proof.accounts(),
                    proof.postings(),
                    proof.balances(),
                    proof.outside(),
                    proof.wrongAccounts());
        }
    }

    static TrailView of(HouseholdTrail trail) {
        return new TrailView(List.of(), List.of(), List.of(), HouseholdView.of(trail), null);
    }

    static TrailView of(List<Station> stations, List<Flow> flows, List<PaymentSum> payments, TrailProof proof) {
        return new TrailView(
                stations.stream()
                        .map(s -> new StationView(s.kind(), s.accounts(), s.received(), s.gave(), s.balance()))
                        .toList(),
                flows.stream()
                        .map(f -> new FlowView(f.entries(), f.from(), f.to(), f.amount(), f.count()))
                        .toList(),
                payments.stream().map(SumView::of).toList(),
                null,
                ProofView.of(proof));
    }
}
