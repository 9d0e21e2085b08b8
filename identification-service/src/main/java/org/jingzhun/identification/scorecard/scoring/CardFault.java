package org.jingzhun.identification.scorecard.scoring;

/**
 * Why a drafted scorecard cannot be used.
 *
 * @param pointer JSON pointer into the scorecard, for example {@code /categories/2/maxPoints}
 * @param found what stands there
 * @param expected what must stand there, as far as that can be told
 */
public record CardFault(String pointer, Kind kind, String found, String expected) {

    /** The closed list of faults; the stable code is the name in kebab-case. */
    public enum Kind {
        NO_CATEGORIES,
        TOO_MANY_ITEMS,
        ITEMS_OUT_OF_RANGE,
        CODE_TWICE,
        /** Of a CHOOSE_ONE category the maximum is the points of its best item. */
        MAXIMUM_NOT_BEST,
        /** An ADD_UP category has one item of 0 points, which excludes the others. */
        ZERO_ITEM_NOT_ONE,
        MAXIMUM_BELOW_BEST,
        /** No answers reach the maximum, so that the total promises what the form cannot give. */
        MAXIMUM_UNREACHABLE,
        TOTAL_DIFFERS,
        TOTAL_TOO_HIGH;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
