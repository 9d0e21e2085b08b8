package org.jingzhun.identification.scorecard.scoring;

import java.util.ArrayList;
import java.util.List;
import org.jingzhun.identification.scorecard.scoring.Score.Contribution;
import org.jingzhun.identification.scorecard.scoring.Score.Subtotal;

/** Scores answers item by item, so that every point can be explained to the household. */
public final class Scoring {

    private Scoring() {}

    /**
     * The score of a sheet with its proof.
     *
     * @throws IllegalArgumentException when {@link #check} finds a fault; sheets from {@link ScoreTable#read} have none
     */
    public static Score score(Scorecard card, AnswerSheet answers) {
        List<AnswerFault> faults = check(card, answers);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("answers cannot be scored: " + faults);
        }
        List<Subtotal> subtotals = new ArrayList<>();
        int place = 0;
        for (Category category : card.categories()) {
            List<Contribution> contributions = new ArrayList<>();
            for (Item item : category.items()) {
                if (answers.holds(place++)) {
                    contributions.add(new Contribution(item.code(), item.points()));
                }
            }
            int sum = contributions.stream().mapToInt(Contribution::points).sum();
            int points = Math.min(sum, category.maxPoints());
            subtotals.add(new Subtotal(category.code(), points, sum - points, contributions));
        }
        int total = subtotals.stream().mapToInt(Subtotal::points).sum();
        return new Score(card.version(), total, subtotals);
    }

    /** Every fault of a sheet, in the order of the form; none when it can be scored. */
    public static List<AnswerFault> check(Scorecard card, AnswerSheet answers) {
        if (!answers.scorecard().equals(card.version())) {
            return List.of(new AnswerFault.OtherScorecard(card.version(), answers.scorecard()));
        }
        List<AnswerFault> faults = new ArrayList<>();
        int place = 0;
        for (Category category : card.categories()) {
            List<Item> held = new ArrayList<>();
            for (Item item : category.items()) {
                if (answers.holds(place++)) {
                    held.add(item);
                }
            }
            checkCategory(category, held, faults);
        }
        for (; place < AnswerSheet.BITS; place++) {
            if (answers.holds(place)) {
                faults.add(new AnswerFault.UnknownItem(card.version(), "", "at place " + place));
            }
        }
        return List.copyOf(faults);
    }

    static void checkCategory(Category category, List<Item> held, List<AnswerFault> faults) {
        if (held.isEmpty()) {
            faults.add(new AnswerFault.CategoryMissing(category.code()));
        } else if (held.size() > 1) {
            switch (category.mode()) {
                case CHOOSE_ONE ->
                    faults.add(new AnswerFault.SeveralItems(
                            category.code(), held.stream().map(Item::code).toList()));
                case ADD_UP ->
                    held.stream()
                            .filter(category::isZero)
                            .forEach(zero ->
                                    faults.add(new AnswerFault.ZeroItemWithOthers(category.code(), zero.code())));
            }
        }
    }
}
