package org.jingzhun.sample;

import java.util.ArrayList;
import java.util.List;

/** Scorecard GX-2015 (18类98项): categories and items in order. */
final class Scorecard {

    private static final Scorecard STANDARD = new Scorecard();

    private final List<Item> items = new ArrayList<>();
    private final List<Category> categories = new ArrayList<>();

    private Scorecard() {
        for (List<String> row : Table.rows("scorecard-items.csv")) {
            items.add(new Item(row.get(1), Integer.parseInt(row.get(3))));
        }
        int first = 0;
        for (List<String> row : Table.rows("scorecard-categories.csv")) {
            int end = first;
            while (end < items.size() && items.get(end).code().startsWith(row.getFirst())) {
                end++;
            }
            boolean addUp = row.get(3).equals("ADD_UP");
            categories.add(new Category(row.getFirst(), addUp, Integer.parseInt(row.get(4)), first, end));
            first = end;
        }
    }

    static Scorecard standard() {
        return STANDARD;
    }

    List<Item> items() {
        return items;
    }

    List<Category> categories() {
        return categories;
    }

    /** One item with its points. */
    record Item(String code, int points) {}

    /**
     * One category.
     *
     * @param addUp any items hold, the first ("none") excludes the others; otherwise exactly one holds
     * @param first index of its first item
     * @param end index after its last item
     */
    record Category(String code, boolean addUp, int maximum, int first, int end) {}
}
