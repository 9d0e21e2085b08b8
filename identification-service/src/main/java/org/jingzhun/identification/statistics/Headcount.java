package org.jingzhun.identification.statistics;

/** Households and persons (户、人): always both, and neither is ever made from the other. */
public record Headcount(long households, long persons) {

    public static final Headcount NONE = new Headcount(0, 0);

    public Headcount plus(Headcount other) {
        return new Headcount(households + other.households, persons + other.persons);
    }

    public Headcount minus(Headcount other) {
        return new Headcount(households - other.households, persons - other.persons);
    }
}
