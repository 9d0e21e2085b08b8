package org.jingzhun.chassis.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The requests that each caller of one kind has left: a token bucket for each, forgotten once it is full again. A bucket is
 * one number, the time at which it will be full (the generic cell rate algorithm of ITU-T I.371), so that taking from it
 * neither locks nor makes anything.
 */
final class Allowances {

    /** Callers remembered at a time; who is forgotten begins with a full bucket. */
    private static final int CALLERS = 100_000;

    private static final int BYTES_OF_A_SITE = 8;
    private static final long NANOSECONDS = Duration.ofSeconds(1).toNanos();

    private final long atOnce;
    private final long each;
    private final long whole;
    private final LongSupplier time;
    private final LoadingCache<String, AtomicLong> full;

    /**
     * @param perSecond requests for long, 1 to 1,000,000,000
     * @param atOnce requests after a pause, 1 or more
     * @param time nanoseconds since any moment
     */
    Allowances(long perSecond, long atOnce, LongSupplier time) {
        if (perSecond < 1 || perSecond > NANOSECONDS || atOnce < 1) {
            throw new IllegalArgumentException(
                    "Requests per second (%d) must be 1 to %d, requests at once (%d) 1 or more: correct jingzhun.limits."
                            .formatted(perSecond, NANOSECONDS, atOnce));
        }
        this.atOnce = atOnce;
        this.each = NANOSECONDS / perSecond;
        this.whole = Math.multiplyExact(each, atOnce);
        this.time = time;
        this.full = Caffeine.newBuilder()
                .maximumSize(CALLERS)
                .expireAfterAccess(Duration.ofNanos(whole).plusSeconds(1))
                .build(caller -> new AtomicLong(time.getAsLong()));
    }

    /**
     * Takes one request from what a caller has left, if one is left.
     *
     * @return nanoseconds until its bucket is full again with this request taken; beyond the whole when none was left, and
     *     then nothing was taken. The other methods read it.
     */
    long take(String caller) {
        AtomicLong bucket = full.get(caller);
        while (true) {
            long now = time.getAsLong();
            long known = bucket.get();
            long next = Math.max(known - now, 0) + each;
            if (next > whole || bucket.compareAndSet(known, now + next)) {
                return next;
            }
        }
    }

    /** Whether the request may come. */
    boolean allows(long taken) {
        return taken <= whole;
    }

    /** Requests that may come at once when all are left. */
    long atOnce() {
        return atOnce;
    }

    /** Of these, how many are left. */
    long left(long taken) {
        return Math.max(whole - taken, 0) / each;
    }

    /** Seconds until all are left again, rounded up. */
    long secondsToAll(long taken) {
        return seconds(allows(taken) ? taken : taken - each);
    }

    /** Seconds until a request that was refused may come, rounded up. */
    long secondsToNext(long taken) {
        return seconds(Math.max(taken - whole, 0));
    }

    private static long seconds(long nanoseconds) {
        return Math.ceilDiv(nanoseconds, NANOSECONDS);
    }

    /** An address by which callers are counted: of IPv6 the 64 bits of a site, within which anyone has any address. */
    static String site(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), BYTES_OF_A_SITE))
                    : address;
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }
}
