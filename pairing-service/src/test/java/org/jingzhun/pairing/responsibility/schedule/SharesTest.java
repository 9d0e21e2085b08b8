package org.jingzhun.pairing.responsibility.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Laws of shares: exact sums, within one of proportion, monotone in weight; and of totals laid over years. */
class SharesTest {

    @Test
    void sharesAreExactAndWithinOneOfProportion() {
        var random = new Random(20160101);
        for (int round = 0; round < 2_000; round++) {
            var weights = LongStream.generate(() -> random.nextLong(0, 1_000))
                    .limit(random.nextInt(1, 30))
                    .boxed()
                    .toList();
            long sum = weights.stream().mapToLong(Long::longValue).sum();
            if (sum == 0) {
                continue;
            }
            int total = random.nextInt(0, 100_000);
            var shares = Shares.of(total, weights);
            assertThat(shares.stream().mapToInt(Integer::intValue).sum()).isEqualTo(total);
            for (int i = 0; i < shares.size(); i++) {
                assertThat((double) shares.get(i))
                        .isBetween(
                                (double) total * weights.get(i) / sum - 1, (double) total * weights.get(i) / sum + 1);
                for (int j = 0; j < shares.size(); j++) {
                    if (weights.get(i) > weights.get(j)) {
                        assertThat(shares.get(i)).isGreaterThanOrEqualTo(shares.get(j));
                    }
                }
            }
        }
    }

    @Test
    void nothingToShareByIsRefused() {
        assertThatThrownBy(() -> Shares.of(5, List.of(0L, 0L))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTotalIsReachedInTheFinalYear() {
        assertThat(Shares.over(4, 10, 0)).containsExactly(3, 3, 2, 2);
        assertThat(Shares.over(4, 100_000, 25_000)).containsExactly(25_000, 25_000, 25_000, 25_000);
        assertThat(Shares.over(4, 79_553, 25_000)).containsExactly(25_000, 25_000, 25_000, 4_553);
        assertThat(Shares.over(4, 30_000, 25_000)).containsExactly(25_000, 5_000, 0, 0);
        assertThat(Shares.over(2, 0, 25_000)).containsExactly(0, 0);
        var random = new Random(7);
        for (int round = 0; round < 500; round++) {
            int years = random.nextInt(1, 21);
            int total = random.nextInt(0, 1_000_000);
            int atLeast = random.nextInt(0, 200_000);
            var due = Shares.over(years, total, atLeast);
            int reachable = (int) Math.min(total, Math.max((long) years * atLeast, total));
            assertThat(due).hasSize(years);
            assertThat(due.stream().mapToInt(Integer::intValue).sum()).isEqualTo(reachable);
            for (int i = 1; i < years; i++) {
                assertThat(due.get(i)).isLessThanOrEqualTo(due.get(i - 1));
            }
        }
    }
}
