package org.jingzhun.identification.scorecard;

import java.time.LocalDate;
import java.util.List;
import org.jingzhun.identification.scorecard.scoring.CardFault;

/** Why a scorecard is not written, or does not take a step. */
public sealed interface ScorecardRefusal {

    /** The step does not lead on from this stage. */
    record StepNotOpen(Step step, Stage stage) implements ScorecardRefusal {}

    /** Who wrote the draft must not take the step. */
    record SamePerson(Step step) implements ScorecardRefusal {}

    /** The division of the card reaches beyond the caller's area. */
    record NotTheWholeDivision() implements ScorecardRefusal {}

    /** Somebody else has used the version. */
    record VersionTaken(String version) implements ScorecardRefusal {}

    /** The card that it is based on is not known, or is no published one. */
    record UnknownBase(String version) implements ScorecardRefusal {}

    /** Neither categories and direction nor a card it is based on. */
    record NothingWritten() implements ScorecardRefusal {}

    /** It ends before it begins. */
    record EndsBeforeItBegins(LocalDate validFrom, LocalDate validTo) implements ScorecardRefusal {}

    /** Points, exclusions or totals are not in order. */
    record Faulty(List<CardFault> faults) implements ScorecardRefusal {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /** Campaigns are under way with it. */
    record InUse(int campaigns) implements ScorecardRefusal {}

    default ScorecardException asException() {
        return new ScorecardException(this);
    }
}
