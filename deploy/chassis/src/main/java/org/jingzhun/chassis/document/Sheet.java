package org.jingzhun.chassis.document;

import java.util.ArrayList;
import java.util.List;

/** A page as a list of marks. */
final class Sheet {

    /** Of A4 in points. */
    static final float WIDTH = 595.28f;

    static final float HEIGHT = 841.89f;
    static final float MARGIN = 56;
    static final float INNER_WIDTH = WIDTH - 2 * MARGIN;
    static final float TOP = HEIGHT - MARGIN;
    static final float BOTTOM = 70;

    private final List<Mark> marks = new ArrayList<>();

    /** Something at a place, in points from the lower left corner. */
    sealed interface Mark {

        record Text(float x, float y, float size, boolean bold, String text) implements Mark {}

        record Rule(float x1, float y1, float x2, float y2, float width) implements Mark {}

        /** @param light 0 is black, 1 is white */
        record Fill(float x, float y, float width, float height, float light) implements Mark {}
    }

    void add(Mark mark) {
        marks.add(mark);
    }

    List<Mark> marks() {
        return marks;
    }
}
