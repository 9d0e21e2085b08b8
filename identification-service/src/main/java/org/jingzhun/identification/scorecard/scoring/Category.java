package org.jingzhun.identification.scorecard.scoring;

import java.util.List;

/**
 * One group of items that are answered together (指标类别), for example housing.
 *
 * @param maxPoints the most that the category can give; of a CHOOSE_ONE category the points of its best item
 * @param items at most {@value #MOST_ITEMS}, in the order of the form
 */
public record Category(String code, String nameZh, String nameEn, Mode mode, int maxPoints, List<Item> items) {

    /** A category is scored by one look into a table with two entries for each item more, so it must stay small. */
    public static final int MOST_ITEMS = 12;

    public Category {
        items = List.copyOf(items);
        if (items.isEmpty() || items.size() > MOST_ITEMS) {
            throw new IllegalArgumentException(
                    "category %s has %d items but must have 1 to %d".formatted(code, items.size(), MOST_ITEMS));
        }
        int best = items.stream().mapToInt(Item::points).max().orElseThrow();
        switch (mode) {
            case CHOOSE_ONE -> {
                if (best != maxPoints) {
                    throw new IllegalArgumentException(
                            "maximum %d of category %s must be the %d points of its best item, as only one item holds"
                                    .formatted(maxPoints, code, best));
                }
            }
            case ADD_UP -> {
                long zeros = items.stream().filter(item -> item.points() == 0).count();
                if (zeros != 1) {
                    throw new IllegalArgumentException(
                            "category %s has %d items of 0 points but must have one, which says that none of the others holds"
                                    .formatted(code, zeros));
                }
                if (maxPoints < best) {
                    throw new IllegalArgumentException(
                            "maximum %d of category %s must not be below the %d points of its best item"
                                    .formatted(maxPoints, code, best));
                }
            }
        }
    }

    /** Whether the item says that none of the category's other items holds. */
    boolean isZero(Item item) {
        return mode == Mode.ADD_UP && item.points() == 0;
    }
}
