package org.jingzhun.funding.disclosure;

import org.jspecify.annotations.Nullable;

/** Takes away from a name what would tell whose it is (去标识化): 张三丰 becomes 张**, 李四 becomes 李*. */
final class Masking {

    private static final String STAR = "*";

    private Masking() {}

    /**
     * @param shownLetters how many letters stay, but never the whole name
     * @return null when no letter is shown
     */
    static @Nullable String mask(@Nullable String name, int shownLetters) {
        if (name == null || name.isBlank() || shownLetters <= 0) {
            return null;
        }
        int[] letters = name.strip().codePoints().toArray();
        int shown = Math.min(shownLetters, letters.length - 1);
        return new String(letters, 0, shown) + STAR.repeat(letters.length - shown);
    }
}
