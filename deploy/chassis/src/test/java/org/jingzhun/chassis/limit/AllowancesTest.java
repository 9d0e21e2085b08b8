package org.jingzhun.chassis.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AllowancesTest {

    private static final String CALLER = "somebody";

    private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - 1000);
    private final Allowances allowances = new Allowances(2, 6, time::get);

    private void pass(Duration duration) {
        time.addAndGet(duration.toNanos());
    }

    @Test
    void asManyAsMayComeAtOnceComeAndTheNextIsToldWhen() {
        for (int left = 5; left >= 0; left--) {
            long taken = allowances.take(CALLER);
            assertThat(allowances.allows(taken)).isTrue();
            assertThat(allowances.left(taken)).isEqualTo(left);
            assertThat(allowances.secondsToAll(taken)).isEqualTo(Math.ceilDiv(6 - left, 2));
        }
        long refused = allowances.take(CALLER);
        assertThat(allowances.allows(refused)).isFalse();
        assertThat(allowances.left(refused)).isZero();
        assertThat(allowances.secondsToNext(refused)).isEqualTo(1);
        assertThat(allowances.secondsToAll(refused)).isEqualTo(3);
        assertThat(allowances.allows(allowances.take("another"))).isTrue();
    }

    @Test
    void whatIsRefusedTakesNothingAndTimeGivesBack() {
        for (int request = 0; request < 20; request++) {
            long unused = allowances.take(CALLER);
        }
        pass(Duration.ofMillis(499));
        assertThat(allowances.allows(allowances.take(CALLER))).isFalse();
        pass(Duration.ofMillis(1));
        assertThat(allowances.allows(allowances.take(CALLER))).isTrue();
        assertThat(allowances.allows(allowances.take(CALLER))).isFalse();
        pass(Duration.ofHours(1));
        assertThat(allowances.left(allowances.take(CALLER))).isEqualTo(5);
    }

    @Test
    void threadsOfOneCallerTogetherGetWhatOneWouldGet() throws InterruptedException {
        var many = new Allowances(1, 1000, time::get);
        var allowed = new AtomicInteger();
        Thread[] threads = new Thread[4];
        for (int number = 0; number < threads.length; number++) {
            threads[number] = Thread.ofPlatform().start(() -> {
                for (int request = 0; request < 1000; request++) {
                    if (many.allows(many.take(CALLER))) {
                        allowed.incrementAndGet();
                    }
                }
            });
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(allowed).hasValue(1000);
    }

    @Test
    void countingMakesNothing() {
        var many = new Allowances(1000, 1_000_000, time::get);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int requests = 200_000;
        long allowed = 0;
        for (int request = 0; request < requests; request++) {
            allowed += many.allows(many.take(CALLER)) ? 1 : 0;
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int request = 0; request < requests; request++) {
            allowed += many.allows(many.take(CALLER)) ? 1 : 0;
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                .as("bytes of %d requests", requests)
                .isLessThan(requests);
        assertThat(allowed).isEqualTo(2L * requests);
    }

    @Test
    void addressesOfOneSiteOfIpv6AreOneCaller() {
        assertThat(Allowances.site("2001:db8:1:2:3:4:5:6")).isEqualTo(Allowances.site("2001:db8:1:2::9"));
        assertThat(Allowances.site("2001:db8:1:2::9")).isNotEqualTo(Allowances.site("2001:db8:1:3::9"));
        assertThat(Allowances.site("192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(Allowances.site("no address")).isEqualTo("no address");
    }

    @Test
    void limitsOfNothingAreRefused() {
        assertThatThrownBy(() -> new Allowances(0, 6, time::get)).hasMessageContaining("must be 1 to");
        assertThatThrownBy(() -> new Allowances(1, 0, time::get)).hasMessageContaining("1 or more");
    }
}
