package org.jingzhun.chassis.document;

/** Tells how wide a text is, in points at a size of 1. */
@FunctionalInterface
interface Metrics {

    float width(String text);

    /** In points at a size. */
    default float width(String text, float size) {
        return width(text) * size;
    }
}
