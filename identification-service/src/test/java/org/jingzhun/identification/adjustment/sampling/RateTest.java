package org.jingzhun.identification.adjustment.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {

    /** Published examples of the interval: 81 of 263 in Newcombe 1998, and the usual limits of none and all. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0, 0.1611", "1, 29, 0.0061, 0.1718"})
    void theIntervalIsThatOfWilson(int hits, int checked, double low, double high) {
        Rate rate = Rate.of(hits, checked);
        assertThat(rate.low()).isCloseTo(low, within(0.00005));
        assertThat(rate.high()).isCloseTo(high, within(0.00005));
    }

    @Property
    void theShareLiesInItsIntervalAndMoreChecksNarrowIt(
            @ForAll @IntRange(min = 0, max = 200) int hits, @ForAll @IntRange(min = 200, max = 2000) int checked) {
        Rate rate = Rate.of(hits, checked);
        assertThat(rate.share()).isBetween(rate.low(), rate.high());
        assertThat(rate.low()).isGreaterThanOrEqualTo(0);
        assertThat(rate.high()).isLessThanOrEqualTo(1);
        Rate twice = Rate.of(2 * hits, 2 * checked);
        assertThat(twice.high() - twice.low()).isLessThan(rate.high() - rate.low());
    }

    @Test
    void nobodyCheckedSaysNothing() {
        assertThat(Rate.of(0, 0)).isEqualTo(new Rate(0, 0, 0, 0, 1));
        assertThatThrownBy(() -> Rate.of(2, 1)).hasMessageContaining("among 1 checked");
    }
}
