package org.jingzhun.bench;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jingzhun.identification.campaign.line.Candidates;
import org.jingzhun.identification.campaign.line.CutLine;
import org.jingzhun.identification.campaign.line.Line;
import org.jingzhun.identification.scorecard.scoring.Direction;

/** Draws the line over 1.3 million households; the peer sorts their scores. */
final class LineBench {

    private static final int HOUSEHOLDS = 1_300_000;
    private static final long QUOTA_PERSONS = HOUSEHOLDS;

    private LineBench() {}

    static List<Figure> run() {
        var random = new SplittableRandom(42);
        var builder = Candidates.builder();
        int[] scores = new int[HOUSEHOLDS];
        for (int household = 0; household < HOUSEHOLDS; household++) {
            scores[household] = random.nextInt(101);
            builder.add(new UUID(random.nextLong(), random.nextLong()), scores[household], 1 + random.nextInt(8));
        }
        Candidates candidates = builder.build();
        double drawn = Stopwatch.unitsPerSecond(
                HOUSEHOLDS, () -> switch (CutLine.draw(candidates, Direction.LOW_IS_POOR, QUOTA_PERSONS)) {
                    case Line.Drawn line -> line.score();
                    case Line.NobodyWithin nobody -> throw new IllegalStateException(nobody.toString());
                    case Line.QuotaRefused refused -> throw new IllegalStateException(refused.toString());
                });
        double sorted = Stopwatch.unitsPerSecond(HOUSEHOLDS, () -> {
            int[] copy = scores.clone();
            Arrays.sort(copy);
            return copy[HOUSEHOLDS / 2];
        });
        return List.of(new Figure(
                "cut line over 1.3 million households", drawn, "households/s", sorted, "sorting the scores"));
    }
}
