package org.jingzhun.pairing.access;

import org.jspecify.annotations.Nullable;

/** What somebody may say with a step (意见). */
public final class Remark {

    private Remark() {}

    /** Without blanks around it; empty when nothing was said. */
    public static String of(@Nullable String said) {
        return said == null ? "" : said.strip();
    }
}
