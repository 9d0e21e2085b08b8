package org.jingzhun.pairing.pairing.matching;

import java.util.Set;

/** The solver alone, for the benchmark: in the package of the network that it solves, which nobody else needs to see. */
public final class BareSolver {

    private BareSolver() {}

    /** Builds the network of the problem; each run then only solves it. */
    public static Runnable of(PairingProblem problem) {
        var network = new PairingNetwork(problem, Set.of());
        return network::cheapestFlow;
    }
}
