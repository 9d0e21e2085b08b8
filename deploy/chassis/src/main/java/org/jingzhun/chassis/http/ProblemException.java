package org.jingzhun.chassis.http;

/** Carries a {@link Problem} to the client. Domain code throws its own refusals; its web package maps them to this. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.status() + " " + problem.code(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
