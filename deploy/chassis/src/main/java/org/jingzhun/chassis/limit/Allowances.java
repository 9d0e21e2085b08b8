package org.jingzhun.chassis.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;

/** The requests that each caller of one kind has left: a token bucket for each, forgotten once it is full again. */
final class Allowances {

    /** Callers remembered at a time; who is forgotten begins with a full bucket. */
    private static final int CALLERS = 100_000;

    private static final int BYTES_OF_A_SITE = 8;
    private static final long NANOSECONDS = Duration.ofSeconds(1).toNanos();

    private final long atOnce;
    private final LoadingCache<String, Bucket> buckets;

    Allowances(long perSecond, long atOnce) {
        this.atOnce = atOnce;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(CALLERS)
                .expireAfterAccess(Duration.ofSeconds(atOnce / perSecond + 1))
                .build(caller -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(atOnce).refillGreedy(perSecond, Duration.ofSeconds(1)))
                        .build());
    }

    /**
     * Whether one more request may come.
     *
     * @param atOnce requests that may come at once when all are left
     * @param left of these now
     * @param secondsToAll until all are left again, rounded up
     * @param secondsToNext until the next may come, rounded up; 0 when this one may
     */
    record Answer(boolean allowed, long atOnce, long left, long secondsToAll, long secondsToNext) {}

    Answer take(String caller) {
        ConsumptionProbe probe = buckets.get(caller).tryConsumeAndReturnRemaining(1);
        return new Answer(
                probe.isConsumed(),
                atOnce,
                probe.getRemainingTokens(),
                seconds(probe.getNanosToWaitForReset()),
                seconds(probe.getNanosToWaitForRefill()));
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
