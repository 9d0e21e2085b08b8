package org.jingzhun.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jingzhun.identification.scorecard.ShippedScorecards;
import org.jingzhun.identification.scorecard.scoring.AnswerSheet;
import org.jingzhun.identification.scorecard.scoring.Category;
import org.jingzhun.identification.scorecard.scoring.Reading;
import org.jingzhun.identification.scorecard.scoring.ScoreTable;
import org.jingzhun.identification.scorecard.scoring.Scoring;

/**
 * Scores a million answer sheets in memory on one core. The limit is one pass over the same two arrays of 64-bit halves
 * that only adds them up; the peer is the scoring with its full proof.
 */
final class ScoringBench {

    private static final int HOUSEHOLDS = 1_000_000;
    private static final int WITH_PROOF = 100_000;

    private ScoringBench() {}

    static List<Figure> run() {
        ScoreTable table = ShippedScorecards.get("GX-2015").table();
        long[] low = new long[HOUSEHOLDS];
        long[] high = new long[HOUSEHOLDS];
        var random = new SplittableRandom(42);
        for (int household = 0; household < HOUSEHOLDS; household++) {
            AnswerSheet sheet = sheet(table, random);
            low[household] = sheet.low();
            high[household] = sheet.high();
        }
        int[] scores = new int[HOUSEHOLDS];
        double scored = Stopwatch.unitsPerSecond(HOUSEHOLDS, () -> {
            table.score(low, high, scores);
            return scores[HOUSEHOLDS / 2];
        });
        double added = Stopwatch.unitsPerSecond(HOUSEHOLDS, () -> {
            long sum = 0;
            for (int household = 0; household < HOUSEHOLDS; household++) {
                sum += low[household] ^ high[household];
            }
            return sum;
        });
        double proven = Stopwatch.unitsPerSecond(WITH_PROOF, () -> {
            long sum = 0;
            for (int household = 0; household < WITH_PROOF; household++) {
                var answers = new AnswerSheet("GX-2015", low[household], high[household]);
                sum += Scoring.score(table.card(), answers).total();
            }
            return sum;
        });
        return List.of(
                new Figure(
                        "scoring, households a second and core", scored, "households/s", added, "adding up the bits"),
                new Figure("scoring with proof", proven, "households/s", scored, "without proof"));
    }

    /** One item of every category. */
    static AnswerSheet sheet(ScoreTable table, SplittableRandom random) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        for (Category category : table.card().categories()) {
            List<String> items = new ArrayList<>();
            items.add(category.items()
                    .get(random.nextInt(category.items().size()))
                    .code());
            answers.put(category.code(), items);
        }
        return switch (table.read("GX-2015", answers)) {
            case Reading.Read read -> read.sheet();
            case Reading.Faulty faulty -> throw new IllegalStateException(faulty.toString());
        };
    }
}
