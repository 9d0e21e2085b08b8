package org.jingzhun.identification.scorecard.scoring;

import java.util.List;

/**
 * A category as somebody wrote it, sound or not; {@link CardCheck} tells.
 *
 * @param maxPoints what the writer thinks that it can give at most
 */
public record DraftCategory(String code, String nameZh, String nameEn, Mode mode, int maxPoints, List<Item> items) {

    public DraftCategory {
        items = List.copyOf(items);
    }

    /** The category of a sound card as a draft. */
    public static DraftCategory of(Category category) {
        return new DraftCategory(
                category.code(),
                category.nameZh(),
                category.nameEn(),
                category.mode(),
                category.maxPoints(),
                category.items());
    }
}
