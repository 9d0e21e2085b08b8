package org.jingzhun.standalone.platform;

/** The platform cannot start or has ended; the message is one line that says why and what to do. */
public final class PlatformFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PlatformFailure(String message) {
        super(message);
    }

    public PlatformFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
