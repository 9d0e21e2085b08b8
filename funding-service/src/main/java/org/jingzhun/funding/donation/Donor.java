package org.jingzhun.funding.donation;

import org.jspecify.annotations.Nullable;

/**
 * Who gives (捐赠人).
 *
 * @param name null when the donor stays anonymous
 * @param nameHidden whether the public sees it de-identified
 */
public record Donor(Kind kind, @Nullable String name, boolean nameHidden) {

    private static final String ANONYMOUS = "匿名";

    /** What the donor is. */
    public enum Kind {
        ORGANISATION,
        PERSON
    }

    /** The name on the receipt. */
    public String onReceipt() {
        return name == null ? ANONYMOUS : name;
    }

    /** The name that everybody may see: of a person who asked for it only the family name is left. */
    public String inPublic() {
        if (name == null || !nameHidden) {
            return onReceipt();
        }
        return switch (kind) {
            case ORGANISATION -> "某单位";
            case PERSON -> name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
        };
    }
}
