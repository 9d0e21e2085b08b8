package org.jingzhun.chassis.testing;

/** Where a caller's area lies, seen from the county that holds the things. */
enum Standpoint {
    OWN,
    PARENT,
    CHILD,
    SIBLING,
    OTHER;

    /** A county in another region, which no test uses. */
    private static final String FAR = "640410";

    String area(Things things) {
        String county = things.county();
        return switch (this) {
            case OWN -> county;
            case PARENT -> county.substring(0, 4);
            case CHILD -> things.township();
            case SIBLING -> county.substring(0, 5) + (county.endsWith("9") ? "8" : "9");
            case OTHER -> FAR;
        };
    }

    boolean isForeign() {
        return this == SIBLING || this == OTHER;
    }
}
