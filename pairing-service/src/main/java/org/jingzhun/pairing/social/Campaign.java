package org.jingzhun.pairing.social;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A campaign of social help (社会扶贫活动); once planned, its content never changes.
 *
 * @param division what it reaches, with all in it, 12 digits
 * @param organiser an office or organisation
 * @param targetFen what it is to raise; null when it is not about money
 * @param firstOn first day
 * @param lastOn last day on which offers and needs may join it
 * @param closedOn null while it is not
 */
public record Campaign(
        UUID id,
        long division,
        String name,
        CampaignKind kind,
        String organiser,
        String purpose,
        @Nullable Long targetFen,
        LocalDate firstOn,
        LocalDate lastOn,
        CampaignState state,
        @Nullable LocalDate closedOn,
        long revision) {

    /** Whether both say the same, wherever they stand. */
    boolean says(Campaign other) {
        return inNoState().equals(other.inNoState());
    }

    private Campaign inNoState() {
        return new Campaign(
                id,
                division,
                name,
                kind,
                organiser,
                purpose,
                targetFen,
                firstOn,
                lastOn,
                CampaignState.PLANNED,
                null,
                0);
    }

    /** Whether it is open and its days last. */
    public boolean isRunning(LocalDate day) {
        return state == CampaignState.OPEN && !day.isBefore(firstOn) && !day.isAfter(lastOn);
    }
}
