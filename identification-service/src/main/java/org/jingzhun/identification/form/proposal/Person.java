package org.jingzhun.identification.form.proposal;

/**
 * A member of the household as far as the form asks (家庭成员).
 *
 * @param age full years on the day of the visit, 0 or more
 * @param disability grade 1 (heaviest) to 4, 0 without
 * @param monthsWaged months of paid work in the year, 0 to 12
 */
public record Person(
        Place place,
        int age,
        boolean works,
        boolean skilled,
        int disability,
        boolean chronicallyIll,
        boolean gravelyIll,
        School attends,
        int monthsWaged) {

    private static final int MOST_MONTHS = 12;
    private static final int LIGHTEST = 4;

    /** Where the person stands in the family, as far as a single parent is to be told from others. */
    public enum Place {
        HEAD,
        SPOUSE,
        CHILD,
        OTHER
    }

    /** What kind of class the person attends (在校生状况). */
    public enum School {
        NONE,
        /** Preschool to grade 9. */
        PUPIL,
        /** Senior or vocational school. */
        SENIOR,
        /** Higher vocational school, college and above. */
        TERTIARY
    }

    public Person {
        if (age < 0) {
            throw new IllegalArgumentException("age %d must be 0 or more".formatted(age));
        }
        if (disability < 0 || disability > LIGHTEST) {
            throw new IllegalArgumentException("disability %d must be 0 to %d".formatted(disability, LIGHTEST));
        }
        if (monthsWaged < 0 || monthsWaged > MOST_MONTHS) {
            throw new IllegalArgumentException("months %d must be 0 to %d".formatted(monthsWaged, MOST_MONTHS));
        }
    }

    boolean isSeverelyDisabled() {
        return disability == 1 || disability == 2;
    }

    boolean isLightlyDisabled() {
        return disability > 2;
    }
}
