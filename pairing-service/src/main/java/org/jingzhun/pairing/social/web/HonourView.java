package org.jingzhun.pairing.social.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.chassis.procedure.SignatureView;
import org.jingzhun.pairing.access.Divisions;
import org.jingzhun.pairing.social.Honour;
import org.jingzhun.pairing.social.HonourState;
import org.jingzhun.pairing.social.Honours;
import org.jspecify.annotations.Nullable;

/** An honour as seen from outside. */
@Schema(name = "Honour")
public record HonourView(
        UUID id,
        @Schema(description = "That confers it.") String division,
        String donor,
        String title,
        String reason,
        HonourState state,
        @Nullable LocalDate conferredOn,
        long revision) {

    static HonourView of(Honour honour) {
        return new HonourView(
                honour.id(),
                Divisions.text(honour.division()),
                honour.donor(),
                honour.title(),
                honour.reason(),
                honour.state(),
                honour.conferredOn(),
                honour.revision());
    }

    /** An honour with its steps. */
    @Schema(name = "HandledHonour")
    public record HandledView(HonourView honour, List<SignatureView> steps) {

        static HandledView of(Honours.Handled handled) {
            return new HandledView(
                    HonourView.of(handled.honour()),
                    handled.steps().stream().map(SignatureView::of).toList());
        }
    }
}
