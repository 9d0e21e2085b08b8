package org.jingzhun.acceptance.fuzz;

import java.util.Optional;
import java.util.Random;

/** One way to make a right request wrong or odd. */
interface Spoiling {

    /**
     * What was done.
     *
     * @param what such as {@code missing-required /year}
     * @param refused whether the service must now refuse it
     */
    record Spoilt(String what, boolean refused) {}

    /** Empty when the request has no place for it. */
    Optional<Spoilt> spoil(Draft draft, Random random);
}
