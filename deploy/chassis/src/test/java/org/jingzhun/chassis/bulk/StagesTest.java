package org.jingzhun.chassis.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StagesTest {

    @ParameterizedTest
    @CsvSource({"1, 0, 10, 0, true", "1000, 0, 7, 0, true", "1000, 333, 100, 5, false", "12345, 0, 1000, 2000, true"})
    void everyLineIsInOneChunkInOrder(long lines, long done, int atOnce, long known, boolean firstAlone) {
        List<Lines> chunks = Stages.of(all(lines), done, atOnce, known, firstAlone).stream()
                .flatMap(List::stream)
                .toList();

        long next = done + 1;
        for (Lines chunk : chunks) {
            assertThat(chunk.from()).isEqualTo(next);
            assertThat(chunk.to() - chunk.from()).isBetween(0L, atOnce - 1L);
            next = chunk.to() + 1;
        }
        assertThat(next).isEqualTo(lines + 1);
    }

    @Test
    void anEmptyTableIsLookedAtAgainAsItGrowsEightfold() {
        assertThat(sizes(100_000, 0)).containsExactly(100L, 1_000L, 8_000L, 64_000L, 26_900L);
    }

    @Test
    void aTableThatIsLargeAlreadyIsNotLookedAtUntilTheEnd() {
        assertThat(sizes(100_000, 1_000_000)).containsExactly(100L, 99_900L);
    }

    private static List<Long> sizes(long lines, long known) {
        return Stages.of(all(lines), 0, 1_000, known, true).stream()
                .map(stage -> stage.getLast().to() - stage.getFirst().from() + 1)
                .toList();
    }

    private static Lines all(long lines) {
        return new Lines(UUID.randomUUID(), 1, lines, ImportParameters.NONE);
    }
}
