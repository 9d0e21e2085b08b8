package org.jingzhun.identification.adjustment;

import java.util.Set;
import org.jingzhun.identification.division.Level;

/** Why an adjustment round or a quality check does not go on. */
public sealed interface AdjustmentRefusal {

    /** There is no such division in the caller's area. */
    record UnknownDivision(String division) implements AdjustmentRefusal {}

    /** The division has a round of this number in the year. */
    record RoundExists(int year, int number) implements AdjustmentRefusal {}

    record RoundClosed() implements AdjustmentRefusal {}

    /** @param open checks that are neither closed nor cancelled */
    record ChecksOpen(int open) implements AdjustmentRefusal {}

    /**
     * Households that left poverty and were found poor again must be taken in again, or that be rejected
     * (应纳入尽纳入).
     *
     * @param waiting returns that campaigns up to the round's year propose and nobody has decided
     */
    record ReturnsWaiting(int waiting) implements AdjustmentRefusal {}

    /** A round without a check is not assured. */
    record NeverChecked() implements AdjustmentRefusal {}

    /** Only a county, a township or a village of the round's division is checked. */
    record TargetUnfitting(String target) implements AdjustmentRefusal {}

    /** A cross-check names who checks, the others do not. */
    record CheckerUnfitting(CheckKind kind) implements AdjustmentRefusal {}

    /** Nobody checks the own division, nor one above or below it. */
    record OwnDivision() implements AdjustmentRefusal {}

    /** Checker and checked must be of one level and in the round's division. */
    record CheckerOfAnotherLevel(Level target) implements AdjustmentRefusal {}

    /** An inspection and a cross-check are ordered from above. */
    record OrderedFromAbove(CheckKind kind) implements AdjustmentRefusal {}

    record StepNotOpen(CheckStep step, CheckStage stage) implements AdjustmentRefusal {}

    record RemarkMissing(CheckStep step) implements AdjustmentRefusal {}

    /** No household of the target stands as the plan says. */
    record EmptyFrame() implements AdjustmentRefusal {}

    record NotAllChecked(int unchecked) implements AdjustmentRefusal {}

    record NotAllSettled(int unsettled) implements AdjustmentRefusal {}

    /** The sample is not drawn, or the check has ended. */
    record NotUnderWay(CheckStage stage) implements AdjustmentRefusal {}

    /** Who records is not of those who check. */
    record NotTheChecker(CheckKind kind) implements AdjustmentRefusal {}

    /** The finding cannot be said of a household that stands so. */
    record FindingUnfitting(Finding finding, Standing standing) implements AdjustmentRefusal {}

    record EvidenceMissing(Finding finding) implements AdjustmentRefusal {}

    /** A finding that is being corrected is not replaced. */
    record CorrectionBegun() implements AdjustmentRefusal {}

    record NothingToCorrect() implements AdjustmentRefusal {}

    /** @param links where such a finding is corrected */
    record LinkUnfitting(Finding finding, Set<Link> links) implements AdjustmentRefusal {

        public LinkUnfitting {
            links = Set.copyOf(links);
        }
    }

    /** Who corrects is of the division that was checked. */
    record NotTheChecked() implements AdjustmentRefusal {}

    /** Who found it does not say that it was wrong. */
    record SamePerson() implements AdjustmentRefusal {}

    default AdjustmentException asException() {
        return new AdjustmentException(this);
    }
}
