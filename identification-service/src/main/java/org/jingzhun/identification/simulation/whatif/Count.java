package org.jingzhun.identification.simulation.whatif;

/** How many households, and how many persons they have: always both. */
public final class Count {

    private int households;
    private long persons;

    /** @param size persons of the household */
    public void add(int size) {
        households++;
        persons += size;
    }

    public int households() {
        return households;
    }

    public long persons() {
        return persons;
    }
}
