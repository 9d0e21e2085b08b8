package org.jingzhun.chassis.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures how long a reader has waited for the bytes of a body. Only the client's slowness counts: while the service is
 * at work with what it has read, nobody waits.
 */
final class PacedBody extends FilterInputStream {

    private static final long NANOSECONDS = Duration.ofSeconds(1).toNanos();

    private final long grace;
    private final long bytesPerSecond;
    private final AtomicBoolean late = new AtomicBoolean();
    private volatile boolean waiting;
    private volatile long since;
    private final AtomicLong waited = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    /**
     * @param grace that every body has
     * @param bytesPerSecond that it must bring in beyond that
     */
    PacedBody(InputStream in, Duration grace, long bytesPerSecond) {
        super(in);
        this.grace = grace.toNanos();
        this.bytesPerSecond = bytesPerSecond;
    }

    /** Whether the client has kept its reader waiting for longer than it may at this moment. */
    boolean isTooSlow() {
        long now = waiting ? System.nanoTime() - since : 0;
        return waited.get() + now > grace + bytes.get() / bytesPerSecond * NANOSECONDS;
    }

    /** The client was told; what the reader finds from now on is a body that broke off. */
    void giveUp() {
        late.set(true);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int count = read(one, 0, 1);
        return count < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        since = System.nanoTime();
        waiting = true;
        try {
            int count = super.read(into, offset, length);
            bytes.addAndGet(Math.max(count, 0));
            return count;
        } catch (IOException gone) {
            if (late.get()) {
                throw tooSlow(bytesPerSecond).asException();
            }
            throw gone;
        } finally {
            waiting = false;
            waited.addAndGet(System.nanoTime() - since);
        }
    }

    static Problem tooSlow(long bytesPerSecond) {
        return Problem.of(408, "body-too-slow", bytesPerSecond);
    }
}
