package org.jingzhun.identification.simulation.whatif;

import java.util.ArrayList;
import java.util.List;
import org.jingzhun.identification.campaign.line.CutLine;
import org.jingzhun.identification.campaign.line.Line;
import org.jingzhun.identification.scorecard.scoring.Direction;
import org.jspecify.annotations.Nullable;

/** Households and persons by score. */
public final class Histogram {

    private final int[] households = new int[CutLine.HIGHEST_SCORE + 1];
    private final long[] persons = new long[CutLine.HIGHEST_SCORE + 1];

    /** The households with one score. */
    public record Bar(int score, int households, long persons) {}

    /** @param size persons of the household */
    public void add(int score, int size) {
        households[score]++;
        persons[score] += size;
    }

    /** Adds what another one has counted. */
    public void add(Histogram other) {
        for (int score = 0; score < households.length; score++) {
            households[score] += other.households[score];
            persons[score] += other.persons[score];
        }
    }

    /** The scores that households have, the lowest first. */
    public List<Bar> bars() {
        List<Bar> bars = new ArrayList<>();
        for (int score = 0; score < households.length; score++) {
            if (households[score] > 0) {
                bars.add(new Bar(score, households[score], persons[score]));
            }
        }
        return bars;
    }

    /** The last score within the quota; null when even the poorest tie has more persons. */
    public @Nullable Integer lineWithin(Direction direction, long quotaPersons) {
        return switch (CutLine.draw(households, persons, direction, quotaPersons)) {
            case Line.Drawn drawn -> drawn.score();
            case Line.NobodyWithin nobody -> null;
            case Line.QuotaRefused refused ->
                throw new IllegalArgumentException("quota %d must be 1 or more".formatted(refused.quotaPersons()));
        };
    }
}
