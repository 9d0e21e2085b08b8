package org.jingzhun.chassis.testing;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a foreign area saw before there was anything in the county, and then the things. Made once. */
record World(Map<String, String> foreignViewBefore, Things things, Matrix matrix) {

    private static @Nullable World made;
    private static boolean begun;

    static synchronized World of(String county, Supplier<Things> oneOfEach) {
        World known = made;
        if (known == null) {
            if (begun) {
                throw new IllegalStateException(
                        "The things could not be made; the first test that needed them says why");
            }
            begun = true;
            Map<String, String> before = Matrix.of(Things.of(county)).foreignView();
            Things things = oneOfEach.get();
            known = new World(before, things, Matrix.of(things));
            made = known;
        }
        return known;
    }
}
