package org.jingzhun.chassis.testing;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a foreign area saw before there was anything in the county, and then the things and how they were made. Made once. */
record World(Map<String, String> foreignViewBefore, Things things, Footprints footprints, Endpoints endpoints) {

    private static @Nullable World made;
    private static boolean begun;

    static synchronized World of(String database, String village, Supplier<Things> oneOfEach) {
        World known = made;
        if (known == null) {
            if (begun) {
                throw new IllegalStateException(
                        "The things could not be made; the first test that needed them says why");
            }
            begun = true;
            known = make(database, village, oneOfEach);
            made = known;
        }
        return known;
    }

    Matrix matrix() {
        return Matrix.of(endpoints);
    }

    Outside outside() {
        return Outside.of(endpoints);
    }

    Purposes purposes() {
        return Purposes.of(endpoints, footprints);
    }

    Audited audited() {
        return Audited.of(endpoints);
    }

    private static World make(String database, String village, Supplier<Things> oneOfEach) {
        Map<String, String> before =
                Outside.of(Endpoints.with(Things.in(village))).foreignView();
        AtomicReference<Things> made = new AtomicReference<>(Things.in(village));
        Footprints footprints = Footprints.followed(() -> {
            made.set(oneOfEach.get());
            Receiver.subscribes(database, made.get());
        });
        Things things = made.get();
        things.found(footprints.ids());
        Matrix.of(Endpoints.with(things)).listed().forEach(footprints::learnItems);
        things.found(footprints.ids());
        return new World(before, things, footprints, Endpoints.with(things));
    }
}
