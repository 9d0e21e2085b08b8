package org.jingzhun.pairing.responsibility.web;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.chassis.procedure.SignatureView;
import org.jingzhun.pairing.access.Divisions;
import org.jingzhun.pairing.responsibility.Letter;
import org.jingzhun.pairing.responsibility.LetterState;
import org.jingzhun.pairing.responsibility.Promising;

/** A letter of responsibility as seen from outside. */
@Schema(name = "Letter")
public record LetterView(
        UUID id,
        int year,
        @Schema(description = "Who demands.") String upper,
        @Schema(description = "Who promises.") String lower,
        String document,
        List<String> duties,

        @Schema(description = "Targets of who promises, for this year.")
        List<UUID> targets,

        LetterState state,
        long revision) {

    static LetterView of(Letter letter) {
        return new LetterView(
                letter.id(),
                letter.year(),
                Divisions.text(letter.upper()),
                Divisions.text(letter.lower()),
                letter.document(),
                letter.duties(),
                letter.targets(),
                letter.state(),
                letter.revision());
    }

    /** A letter with its targets as they stand, and its signatures. */
    @Schema(name = "PromisedLetter")
    public record PromisedView(LetterView letter, List<TargetView> targets, List<SignatureView> steps) {

        static PromisedView of(Promising.Promised promised) {
            return new PromisedView(
                    LetterView.of(promised.letter()),
                    promised.targets().stream().map(TargetView::of).toList(),
                    promised.steps().stream().map(SignatureView::of).toList());
        }
    }
}
