package org.jingzhun.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The items of scorecard GX-2015 that hold for one household: one bit each, in the order of the card.
 *
 * @param low items 0 to 63
 * @param high items 64 to 97
 */
public record Answers(long low, long high) {

    boolean holds(int item) {
        return (((item < 64 ? low : high) >>> (item & 63)) & 1) == 1;
    }

    /** Items that hold by category, in the order of the card. */
    public Map<String, List<String>> byCategory() {
        Map<String, List<String>> found = new LinkedHashMap<>();
        Scorecard card = Scorecard.standard();
        for (Scorecard.Category category : card.categories()) {
            List<String> items = new ArrayList<>();
            for (int i = category.first(); i < category.end(); i++) {
                if (holds(i)) {
                    items.add(card.items().get(i).code());
                }
            }
            found.put(category.code(), items);
        }
        return found;
    }

    /**
     * Items of one category that hold.
     *
     * @throws IllegalArgumentException when the card has no such category
     */
    public List<String> in(String category) {
        List<String> items = byCategory().get(category);
        if (items == null) {
            throw new IllegalArgumentException("category (" + category + ") must be C01 to C18");
        }
        return items;
    }

    /** Points of these answers: within each category added up and capped, then added up. */
    public int score() {
        Scorecard card = Scorecard.standard();
        int score = 0;
        for (Scorecard.Category category : card.categories()) {
            int points = 0;
            for (int i = category.first(); i < category.end(); i++) {
                points += holds(i) ? card.items().get(i).points() : 0;
            }
            score += Math.min(points, category.maximum());
        }
        return score;
    }
}
