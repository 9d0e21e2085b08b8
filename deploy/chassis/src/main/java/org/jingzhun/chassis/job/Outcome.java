package org.jingzhun.chassis.job;

import org.jingzhun.chassis.http.Problem;

/** How a run of a job ended. */
public sealed interface Outcome {

    /** @param result what the client gets to see as {@code result}; becomes JSON */
    record Succeeded(Object result) implements Outcome {}

    /** @param problem what the client gets to see as {@code problem} */
    record Failed(Problem problem) implements Outcome {}

    static Outcome succeeded(Object result) {
        return new Succeeded(result);
    }

    static Outcome failed(Problem problem) {
        return new Failed(problem);
    }
}
