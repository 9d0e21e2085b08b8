package org.jingzhun.identification.campaign.web;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.campaign.CutLines.FixedLine;
import org.jingzhun.identification.campaign.CutLines.Origin;
import org.jspecify.annotations.Nullable;

/** A cut line with what it was drawn from and by. */
@Schema(name = "CutLine")
public record LineView(
        int version,
        Origin origin,

        @Schema(description = "The last score within: equal scores are all within.")
        int score,

        int quotaPersons,
        int households,
        long persons,

        @Schema(description = "The first tie beyond; absent when all are within or the line was handed down.") @Nullable
        NextTie next,

        String scorecard,
        String vetoList,

        @Schema(description = "Name and version of the calculation.")
        String method,

        @Schema(description = "How the line came about.") String explanation,

        @Nullable String documentNumber,
        String setBy,
        Instant setAt) {

    /** The households that would have gone over the quota together. */
    @Schema(name = "NextTie")
    public record NextTie(int score, int households, long persons) {}

    static LineView of(FixedLine line) {
        Integer score = line.nextScore();
        Integer households = line.nextHouseholds();
        Long persons = line.nextPersons();
        NextTie next =
                score == null || households == null || persons == null ? null : new NextTie(score, households, persons);
        return new LineView(
                line.version(),
                line.origin(),
                line.score(),
                line.quotaPersons(),
                line.households(),
                line.persons(),
                next,
                line.scorecard(),
                line.vetoList(),
                line.method(),
                explain(line, next),
                line.documentNumber(),
                line.setByName(),
                line.setAt());
    }

    private static String explain(FixedLine line, @Nullable NextTie next) {
        String within = "%d households with %d persons are within score %d"
                .formatted(line.households(), line.persons(), line.score());
        return switch (line.origin()) {
            case HANDED_DOWN ->
                within + ", which was handed down; the quota is %d persons.".formatted(line.quotaPersons());
            case QUOTA ->
                next == null
                        ? within + "; nobody is beyond, and the quota is %d persons.".formatted(line.quotaPersons())
                        : within
                                + "; the %d households with score %d, decided together, have %d persons and would make it %d of a quota of %d."
                                        .formatted(
                                                next.households(),
                                                next.score(),
                                                next.persons(),
                                                line.persons() + next.persons(),
                                                line.quotaPersons());
        };
    }
}
