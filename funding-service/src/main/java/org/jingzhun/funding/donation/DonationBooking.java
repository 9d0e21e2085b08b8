package org.jingzhun.funding.donation;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.jingzhun.funding.fund.Fund;
import org.jingzhun.funding.fund.FundKeeping;
import org.jingzhun.funding.fund.Funds;
import org.jingzhun.funding.ledger.AccountKey;
import org.jingzhun.funding.ledger.Bookkeeping;
import org.jingzhun.funding.ledger.JournalEntry;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.source.Budgeting;
import org.jspecify.annotations.Nullable;

/**
 * Books donations of money. Each is a source of its own: whatever is paid of it carries that source on every account, so
 * its purpose can be kept and its way told to the fen.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class DonationBooking {

    private static final String KIND = "DONATION";
    private static final String LEVEL = "SOCIETY";

    private final Budgeting budgeting;
    private final Bookkeeping bookkeeping;
    private final Funds funds;
    private final FundKeeping fundKeeping;

    DonationBooking(Budgeting budgeting, Bookkeeping bookkeeping, Funds funds, FundKeeping fundKeeping) {
        this.budgeting = budgeting;
        this.bookkeeping = bookkeeping;
        this.funds = funds;
        this.fundKeeping = fundKeeping;
    }

    /** The source is named after the receipt: it tells nobody who gave. */
    Donation book(Donation donation) {
        var source = UuidCreator.getTimeOrderedEpoch();
        budgeting.record(source, new Budgeting.SourceData("捐赠 " + donation.receipt(), KIND, LEVEL), null);
        var fund = fund(donation);
        var to = fund == null
                ? AccountKey.budget(donation.county(), source, donation.year())
                : fund.account(source, donation.year());
        var movements = new LinkedHashMap<AccountKey, Money>();
        movements.put(
                AccountKey.source(donation.county(), source, donation.year()),
                donation.amount().negated());
        movements.put(to, donation.amount());
        var entry = bookkeeping.post(
                JournalEntry.Kind.DONATION,
                donation.county(),
                "donation:" + donation.id(),
                "Donation " + donation.receipt(),
                movements);
        if (fund != null) {
            fundKeeping.donated(fund, source, donation.year(), donation.amount(), entry.id(), donation.receipt());
        }
        return donation.booked(source, entry.id());
    }

    /** @throws org.jingzhun.funding.ledger.LedgerRefusal.Overdrawn if some of it is spent */
    void giveBack(Donation donation, String reason) {
        var entry = donation.entryId();
        var source = donation.sourceId();
        if (entry == null || source == null) {
            throw new IllegalStateException("Donation " + donation.id() + " with a receipt must be booked");
        }
        var undone = bookkeeping.undo(entry, JournalEntry.Kind.DONATION, reason);
        var fund = fund(donation);
        if (fund != null) {
            fundKeeping.donated(
                    fund, source, donation.year(), donation.amount().negated(), undone.id(), donation.receipt());
        }
    }

    private @Nullable Fund fund(Donation donation) {
        UUID id = donation.fundId();
        return id == null ? null : funds.get(id);
    }
}
