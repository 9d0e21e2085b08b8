package org.jingzhun.funding.donation;

import java.util.List;
import java.util.Set;
import org.jingzhun.chassis.procedure.Move;

/** The steps of a donation (捐赠接收程序). */
@SuppressWarnings("ImmutableEnumChecker") // sets and lists made by of() are immutable
public enum DonationStep implements Move<DonationStage> {

    /** The finance office writes down what somebody gave (登记). */
    RECORD(Set.of(), DonationStage.RECORDED, Set.of(DonationStep.FINANCE), List.of()),

    /** A second person confirms that it came; the receipt is numbered and the money booked (开具票据). */
    RECEIPT(
            Set.of(DonationStage.RECORDED),
            DonationStage.RECEIPTED,
            Set.of(DonationStep.FINANCE),
            List.of(DonationStep.RECORD)),

    /** The donor is told what became of it; as often as there is news (反馈). */
    REPORT(
            Set.of(DonationStage.RECEIPTED, DonationStage.REPORTED),
            DonationStage.REPORTED,
            Set.of(DonationStep.FINANCE),
            List.of()),

    /** The county gives back what is not spent (退还): the booking is reversed. */
    RETURN(
            Set.of(DonationStage.RECEIPTED, DonationStage.REPORTED),
            DonationStage.RETURNED,
            Set.of(DonationStep.COUNTY),
            List.of(DonationStep.RECORD, DonationStep.RECEIPT)),

    /** It never came (作废). */
    DROP(
            Set.of(DonationStage.RECORDED),
            DonationStage.DROPPED,
            Set.of(DonationStep.FINANCE, DonationStep.COUNTY),
            List.of());

    private static final String FINANCE = "finance-officer";
    private static final String COUNTY = "county-officer";

    private final Set<DonationStage> from;
    private final DonationStage to;
    private final Set<String> takenBy;
    private final List<DonationStep> mustDifferFrom;

    DonationStep(Set<DonationStage> from, DonationStage to, Set<String> takenBy, List<DonationStep> mustDifferFrom) {
        this.from = from;
        this.to = to;
        this.takenBy = takenBy;
        this.mustDifferFrom = mustDifferFrom;
    }

    @Override
    public Set<DonationStage> from() {
        return from;
    }

    @Override
    public DonationStage to() {
        return to;
    }

    @Override
    public Set<String> takenBy() {
        return takenBy;
    }

    @Override
    public List<DonationStep> mustDifferFrom() {
        return mustDifferFrom;
    }
}
