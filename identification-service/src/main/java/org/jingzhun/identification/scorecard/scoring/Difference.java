package org.jingzhun.identification.scorecard.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jingzhun.identification.scorecard.scoring.Score.Subtotal;
import org.jspecify.annotations.Nullable;

/**
 * What lies between two scores of a household, item by item (得分差异): of two years, of two scorecards, or of both. The
 * change of the total is the sum of the changes of the categories, and each of those is the sum of the changes of its
 * items less what the category's maximum took away more.
 *
 * @param before the score that is compared with
 * @param after the score that is explained
 * @param categories that changed in points or answers, in the order of the codes
 */
public record Difference(Score before, Score after, List<CategoryChange> categories) {

    public Difference {
        categories = List.copyOf(categories);
        int sum = categories.stream().mapToInt(CategoryChange::change).sum();
        if (sum != after.total() - before.total()) {
            throw new IllegalArgumentException("changes of categories %d must make the change of the total %d"
                    .formatted(sum, after.total() - before.total()));
        }
    }

    /** Why an item gives other points than before. */
    public enum Reason {
        /** The answer is another one; the item is worth the same. */
        ANSWER,
        /** The answer is the same, but the scorecards give it other points. */
        POINTS,
        /** Another answer, and an item that only one of the scorecards has, or that is worth something else. */
        ANSWER_AND_POINTS
    }

    /**
     * @param before points that the item gave, 0 when it did not hold
     * @param after points that it gives
     */
    public record ItemChange(String item, boolean heldBefore, boolean heldAfter, int before, int after, Reason reason) {

        public int change() {
            return after - before;
        }
    }

    /**
     * @param cappedBefore what the maximum took away, likewise cappedAfter
     */
    public record CategoryChange(
            String category, int before, int after, int cappedBefore, int cappedAfter, List<ItemChange> items) {

        public CategoryChange {
            items = List.copyOf(items);
            int sum = items.stream().mapToInt(ItemChange::change).sum();
            if (sum - (cappedAfter - cappedBefore) != after - before) {
                throw new IllegalArgumentException("changes of the items of category %s make %d but must make %d"
                        .formatted(category, sum, after - before + cappedAfter - cappedBefore));
            }
        }

        public int change() {
            return after - before;
        }
    }

    /** The difference of two scored sheets; categories and items are matched by their codes. */
    public static Difference between(
            Scorecard cardBefore, AnswerSheet sheetBefore, Scorecard cardAfter, AnswerSheet sheetAfter) {
        Score before = Scoring.score(cardBefore, sheetBefore);
        Score after = Scoring.score(cardAfter, sheetAfter);
        Map<String, Integer> worthBefore = worth(cardBefore);
        Map<String, Integer> worthAfter = worth(cardAfter);
        Map<String, Subtotal> subtotalsBefore = subtotals(before);
        Map<String, Subtotal> subtotalsAfter = subtotals(after);
        Set<String> codes = new TreeSet<>(subtotalsBefore.keySet());
        codes.addAll(subtotalsAfter.keySet());
        List<CategoryChange> changes = new ArrayList<>();
        for (String code : codes) {
            Subtotal was = subtotalsBefore.getOrDefault(code, nothing(code));
            Subtotal is = subtotalsAfter.getOrDefault(code, nothing(code));
            List<ItemChange> items = items(was, is, worthBefore, worthAfter);
            if (was.points() != is.points() || !items.isEmpty()) {
                changes.add(new CategoryChange(code, was.points(), is.points(), was.capped(), is.capped(), items));
            }
        }
        return new Difference(before, after, changes);
    }

    private static List<ItemChange> items(
            Subtotal was, Subtotal is, Map<String, Integer> worthBefore, Map<String, Integer> worthAfter) {
        Map<String, Integer> held = held(was);
        Map<String, Integer> holds = held(is);
        Set<String> codes = new TreeSet<>(held.keySet());
        codes.addAll(holds.keySet());
        List<ItemChange> changes = new ArrayList<>();
        for (String code : codes) {
            Integer before = held.get(code);
            Integer after = holds.get(code);
            if (java.util.Objects.equals(before, after)) {
                continue;
            }
            boolean sameAnswer = before != null && after != null;
            boolean sameWorth = java.util.Objects.equals(worthBefore.get(code), worthAfter.get(code));
            Reason reason = sameAnswer ? Reason.POINTS : sameWorth ? Reason.ANSWER : Reason.ANSWER_AND_POINTS;
            changes.add(
                    new ItemChange(code, before != null, after != null, orNothing(before), orNothing(after), reason));
        }
        return changes;
    }

    private static int orNothing(@Nullable Integer points) {
        return points == null ? 0 : points;
    }

    private static Subtotal nothing(String category) {
        return new Subtotal(category, 0, 0, List.of());
    }

    private static Map<String, Integer> held(Subtotal subtotal) {
        Map<String, Integer> held = new HashMap<>();
        subtotal.contributions().forEach(each -> held.put(each.item(), each.points()));
        return held;
    }

    private static Map<String, Integer> worth(Scorecard card) {
        Map<String, Integer> worth = new HashMap<>();
        for (Category category : card.categories()) {
            category.items().forEach(item -> worth.put(item.code(), item.points()));
        }
        return worth;
    }

    private static Map<String, Subtotal> subtotals(Score score) {
        Map<String, Subtotal> subtotals = new LinkedHashMap<>();
        score.subtotals().forEach(subtotal -> subtotals.put(subtotal.category(), subtotal));
        return subtotals;
    }
}
