package org.jingzhun.identification.simulation.whatif;

/** What would become of the households of one place. */
public final class Tally {

    private final Count all = new Count();
    private final Count baseline = new Count();
    private final Count simulated = new Count();
    private final Count in = new Count();
    private final Count out = new Count();

    /** How a household moves. */
    public enum Move {
        /** Poor by the simulation alone. */
        IN,
        /** Poor by the baseline alone. */
        OUT,
        NONE
    }

    /** @param size persons of the household */
    public Move add(int size, boolean isPoorByBaseline, boolean isPoorBySimulation) {
        all.add(size);
        if (isPoorByBaseline) {
            baseline.add(size);
        }
        if (isPoorBySimulation) {
            simulated.add(size);
        }
        if (isPoorByBaseline == isPoorBySimulation) {
            return Move.NONE;
        }
        (isPoorBySimulation ? in : out).add(size);
        return isPoorBySimulation ? Move.IN : Move.OUT;
    }

    public Count all() {
        return all;
    }

    /** Poor by the baseline. */
    public Count baseline() {
        return baseline;
    }

    /** Poor by the simulation: the baseline with who moves in and without who moves out. */
    public Count simulated() {
        return simulated;
    }

    public Count in() {
        return in;
    }

    public Count out() {
        return out;
    }
}
