package org.jingzhun.funding.donation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jingzhun.funding.disclosure.Announcement;
import org.jingzhun.funding.disclosure.DisclosedRow;
import org.jingzhun.funding.disclosure.Disclosing;
import org.jingzhun.funding.disclosure.DisclosureKind;
import org.jingzhun.funding.disclosure.DisclosurePhase;
import org.jingzhun.funding.ledger.AccountKind;
import org.jingzhun.funding.ledger.money.Money;

/**
 * Lets everybody know what was given and for which purpose (捐赠接收公示), and what became of it, by place (捐赠使用公示). A
 * person's name is never whole: what is signed cannot be taken back when he changes his mind.
 */
@ApplicationScoped
class DonationAnnouncing {

    private final Disclosing disclosing;
    private final Donations donations;
    private final DonationUses uses;

    DonationAnnouncing(Disclosing disclosing, Donations donations, DonationUses uses) {
        this.disclosing = disclosing;
        this.donations = donations;
        this.uses = uses;
    }

    void taken(Donation donation, DonationStep step) {
        switch (step) {
            case RECORD, DROP -> {}
            case RECEIPT -> announce(donation, DisclosurePhase.PLAN, "", List.of(received(donation)));
            case REPORT -> announce(donation, DisclosurePhase.RESULT, "", used(donation));
            case RETURN -> announce(donation, DisclosurePhase.RESULT, "已退还", List.of(received(donation)));
        }
    }

    private void announce(Donation donation, DisclosurePhase phase, String remark, List<DisclosedRow> rows) {
        disclosing.announce(new Announcement(
                DisclosureKind.DONATION,
                phase,
                donation.id(),
                donation.county(),
                donation.county(),
                donation.year(),
                "捐赠 " + donation.receipt() + "：" + donation.purpose(),
                donation.documentNumber(),
                donation.amount(),
                remark,
                rows));
    }

    private static DisclosedRow received(Donation donation) {
        var donor = donation.donor();
        boolean person = donor.kind() == Donor.Kind.PERSON && donor.name() != null;
        var goods = donation.goods();
        var what = goods == null ? "资金" : "物资：" + goods;
        return new DisclosedRow(
                donation.county(),
                person ? what : what + "，" + donor.inPublic(),
                person ? donor.name() : null,
                null,
                donation.amount());
    }

    private List<DisclosedRow> used(Donation donation) {
        List<DisclosedRow> rows = new ArrayList<>();
        var reached = Money.ZERO;
        var source = donation.sourceId();
        for (var place : source == null ? List.<DonationUses.Place>of() : uses.listPlaces(source)) {
            if (place.kind() == AccountKind.PAID) {
                rows.add(DisclosedRow.of(place.division(), "已使用", place.amount()));
                reached = reached.plus(place.amount());
            }
        }
        for (var delivery : donations.listDeliveries(donation.id())) {
            rows.add(DisclosedRow.of(delivery.village(), "物资发放", delivery.value()));
            reached = reached.plus(delivery.value());
        }
        rows.add(DisclosedRow.of(donation.county(), "未使用", donation.amount().minus(reached)));
        return rows;
    }
}
