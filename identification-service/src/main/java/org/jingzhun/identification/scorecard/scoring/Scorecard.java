package org.jingzhun.identification.scorecard.scoring;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The household assessment form with its points (入户评估表), in one version that never changes. The place of an item in
 * the form is its bit in an {@link AnswerSheet}.
 *
 * @param version for example {@code GX-2015}
 * @param categories in the order of the form; together at most {@value AnswerSheet#BITS} items
 */
public record Scorecard(String version, Direction direction, List<Category> categories) {

    public Scorecard {
        categories = List.copyOf(categories);
        if (version.isBlank()) {
            throw new IllegalArgumentException("a scorecard must have a version");
        }
        int items = categories.stream()
                .mapToInt(category -> category.items().size())
                .sum();
        if (items == 0 || items > AnswerSheet.BITS) {
            throw new IllegalArgumentException(
                    "scorecard %s has %d items but must have 1 to %d".formatted(version, items, AnswerSheet.BITS));
        }
        Set<String> codes = new HashSet<>();
        for (Category category : categories) {
            if (!codes.add(category.code())) {
                throw new IllegalArgumentException(
                        "category %s stands twice in scorecard %s".formatted(category.code(), version));
            }
            for (Item item : category.items()) {
                if (!codes.add(item.code())) {
                    throw new IllegalArgumentException(
                            "item %s stands twice in scorecard %s".formatted(item.code(), version));
                }
            }
        }
    }

    /** The highest score that any answers can give. */
    public int maxPoints() {
        return categories.stream().mapToInt(Category::maxPoints).sum();
    }

    /** The number of items in all categories. */
    public int itemCount() {
        return categories.stream().mapToInt(category -> category.items().size()).sum();
    }
}
