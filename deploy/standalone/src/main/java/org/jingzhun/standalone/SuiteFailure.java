package org.jingzhun.standalone;

/** The suite cannot start or go on; the message is one line that says why and what to do. */
public final class SuiteFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SuiteFailure(String message) {
        super(message);
    }

    public SuiteFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
