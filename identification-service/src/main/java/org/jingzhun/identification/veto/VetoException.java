package org.jingzhun.identification.veto;

import org.jspecify.annotations.Nullable;

/**
 * Why a true fact is no veto after all (例外).
 *
 * @param number order in which they are asked; the first that holds counts
 * @param code stable
 * @param veto code of the only veto that it excepts from; null for all of the list
 * @param mark PUBLIC for a published source, UNVERIFIED for recollection, LOCAL for what was loaded
 */
public record VetoException(
        int number,
        String code,
        @Nullable String veto,
        ExceptionRule rule,
        String nameZh,
        String nameEn,
        String mark,
        String source) {

    /** Whether a second check may state it of this veto. */
    public boolean mayBeStatedOf(String vetoCode) {
        return rule == ExceptionRule.STATED && (veto == null || veto.equals(vetoCode));
    }
}
