package org.jingzhun.identification.veto;

import org.jspecify.annotations.Nullable;

/**
 * One of the facts that rule a household out (否决项).
 *
 * @param code stable
 * @param assetSource whose records tell it; null when only a visit can
 * @param leastValueFen from which value on it counts; 0 when the value does not matter
 * @param mark how sure the wording is: PUBLIC for a published source, UNVERIFIED for recollection, LOCAL for what was
 *     loaded
 */
public record Veto(
        int number,
        String code,
        String nameZh,
        String nameEn,
        @Nullable AssetSource assetSource,
        long leastValueFen,
        String mark,
        String source) {}
