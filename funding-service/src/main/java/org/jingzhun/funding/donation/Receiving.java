package org.jingzhun.funding.donation;

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
import org.jingzhun.funding.fund.Funds;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** Receives donations, writes receipts, hands out goods, gives back (接受捐赠). */
@ApplicationScoped
public class Receiving {

    private static final long COUNTY = 1_000_000;

    private final Donations donations;
    private final DonationBooking booking;
    private final DonationAnnouncing announcing;
    private final Funds funds;
    private final Signatures signatures;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    Receiving(
            Donations donations,
            DonationBooking booking,
            DonationAnnouncing announcing,
            Funds funds,
            Signatures signatures,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.donations = donations;
        this.booking = booking;
        this.announcing = announcing;
        this.funds = funds;
        this.signatures = signatures;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** What is said of a donation. */
    public record Said(
            long county,
            Donor donor,
            Donation.Form form,
            Money amount,
            @Nullable String goods,
            String purpose,
            @Nullable UUID fundId,
            LocalDate receivedOn,
            String documentNumber) {}

    /**
     * Writes down what somebody gave. It does not change afterwards: a wrong record is dropped.
     *
     * @throws DonationRefusal if the county is foreign, or goods and money are mixed up
     * @throws org.jingzhun.funding.fund.FundRefusal.Unknown if there is no such fund
     */
    @Transactional
    public Donation record(UUID id, Said said) {
        if (!caller.get().area().covers(said.county())) {
            throw new DonationRefusal.OutsideArea(said.county());
        }
        boolean goods = said.form() == Donation.Form.GOODS;
        if (goods != (said.goods() != null) || (goods && said.fundId() != null)) {
            throw new DonationRefusal.GoodsMismatch();
        }
        var fund = said.fundId();
        if (fund != null && funds.get(fund).county() != said.county()) {
            throw new DonationRefusal.OutsideArea(said.county());
        }
        var donation = new Donation(
                id,
                said.county(),
                said.donor(),
                said.form(),
                said.amount(),
                said.goods(),
                said.purpose(),
                fund,
                said.receivedOn(),
                said.documentNumber(),
                DonationStage.RECORDED,
                null,
                null,
                null,
                null,
                Money.ZERO,
                0);
        var signature = Signing.sign(DonationStep.RECORD, null, officer(), List.of(), "", clock.instant());
        donations.insert(donation, caller.get().subject(), clock.instant());
        signatures.add(id, said.county(), signature);
        audit(donation, DonationStep.RECORD, "");
        return donations.get(id);
    }

    /**
     * Takes a step other than recording.
     *
     * @throws org.jingzhun.chassis.procedure.StepRefusal if the step is not open to the caller
     * @throws org.jingzhun.funding.ledger.LedgerRefusal.Overdrawn if money that is to go back is spent
     * @throws DonationRefusal.GoodsGone if goods that are to go back were handed out
     */
    @Transactional
    public Donation take(UUID id, DonationStep step, String remark, @Nullable String ifMatch) {
        if (step == DonationStep.RECORD) {
            throw new DonationRefusal.TakenElsewhere(step);
        }
        var donation = donations.lock(id);
        if (ifMatch != null) {
            Revisions.require(ifMatch, donation.revision());
        }
        var signature = Signing.sign(step, donation.stage(), officer(), signatures.list(id), remark, clock.instant());
        var moved =
                switch (step) {
                    case RECEIPT -> receipted(donation);
                    case RETURN -> returned(donation, remark);
                    case RECORD, REPORT, DROP -> donation;
                };
        donations.move(moved, step.to());
        signatures.add(id, donation.county(), signature);
        audit(donation, step, remark);
        announcing.taken(moved, step);
        return donations.get(id);
    }

    private Donation receipted(Donation donation) {
        var numbered = donation.receipted(donations.nextReceipt(donation.county()), LocalDate.now(clock));
        return donation.form() == Donation.Form.MONEY ? booking.book(numbered) : numbered;
    }

    private Donation returned(Donation donation, String reason) {
        if (donation.form() == Donation.Form.MONEY) {
            booking.giveBack(donation, reason);
        } else if (donation.delivered().isPositive()) {
            throw new DonationRefusal.GoodsGone(donation.amount().minus(donation.delivered()));
        }
        return donation;
    }

    /**
     * Records that donated goods were handed out in a village of the county.
     *
     * @throws DonationRefusal if there is no receipt, or less is left
     */
    @Transactional
    public Donation deliver(UUID id, long village, Money value, String description, LocalDate on, String document) {
        var donation = donations.lock(id);
        boolean received = donation.stage() == DonationStage.RECEIPTED || donation.stage() == DonationStage.REPORTED;
        if (!received) {
            throw new DonationRefusal.NoReceipt(id);
        }
        if (village / COUNTY * COUNTY != donation.county()) {
            throw new DonationRefusal.OutsideArea(village);
        }
        var left = donation.form() == Donation.Form.GOODS ? donation.amount().minus(donation.delivered()) : Money.ZERO;
        if (value.compareTo(left) > 0) {
            throw new DonationRefusal.GoodsGone(left);
        }
        donations.deliver(
                donation,
                new Delivery(UuidCreator.getTimeOrderedEpoch(), village, value, description, on, document),
                caller.get().subject(),
                clock.instant());
        audit.record(AuditEntry.of("donation-delivered", "donation", id)
                .in(donation.county())
                .with("value", value.toString()));
        return donations.get(id);
    }

    private Officer officer() {
        return Officer.of(caller.get());
    }

    private void audit(Donation donation, DonationStep step, String remark) {
        audit.record(AuditEntry.of("donation-" + step.name().toLowerCase(Locale.ROOT), "donation", donation.id())
                .in(donation.county())
                .because(remark.isEmpty() ? null : remark)
                .with("amount", donation.amount().toString()));
    }
}
