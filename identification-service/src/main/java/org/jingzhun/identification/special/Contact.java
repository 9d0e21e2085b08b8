package org.jingzhun.identification.special;

import org.jspecify.annotations.Nullable;

/**
 * The one person who is responsible (定人、一对一联系).
 *
 * @param phone stored encrypted
 */
public record Contact(String name, @Nullable String phone) {

    public static final int LONGEST_NAME = 100;
    public static final int LONGEST_PHONE = 30;
}
