package org.jingzhun.chassis.bulk;

import java.util.List;

/** Something wrong with a line. */
record Rejection(String pointer, String code, List<String> args) {

    private static final int LONGEST_POINTER = 200;

    Rejection {
        pointer = pointer.length() > LONGEST_POINTER ? pointer.substring(0, LONGEST_POINTER) : pointer;
        args = List.copyOf(args);
    }

    static Rejection of(String pointer, String code, Object... args) {
        return new Rejection(
                pointer, code, List.of(args).stream().map(String::valueOf).toList());
    }
}
