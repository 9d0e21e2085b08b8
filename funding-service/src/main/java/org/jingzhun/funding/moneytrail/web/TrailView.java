package org.jingzhun.funding.moneytrail.web;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.funding.ledger.AccountKind;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.moneytrail.Flow;
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

        ProofView proof) {

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

    static TrailView of(List<Station> stations, List<Flow> flows, TrailProof proof) {
        return new TrailView(
                stations.stream()
                        .map(s -> new StationView(s.kind(), s.accounts(), s.received(), s.gave(), s.balance()))
                        .toList(),
                flows.stream()
                        .map(f -> new FlowView(f.entries(), f.from(), f.to(), f.amount(), f.count()))
                        .toList(),
                ProofView.of(proof));
    }
}
