package org.jingzhun.identification.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpillTest {

    private static final int ROWS = 100_003;

    @Test
    void rowsComeBackAsTheyWereAlsoWhenTheyDoNotFillTheBuffer() throws IOException {
        List<Long> back = new ArrayList<>();
        try (Spill spill = Spill.open()) {
            for (int row = 0; row < ROWS; row++) {
                spill.add(-row, row, 451031100001L, 1 + row % 9, row % 10_001, 10_000 - row % 10_001);
            }
            spill.forEach((idHigh, idLow, village, persons, baseline, simulated) -> {
                assertThat(idHigh).isEqualTo(-idLow);
                assertThat(village).isEqualTo(451031100001L);
                assertThat(persons).isEqualTo(1 + (int) (idLow % 9));
                assertThat(baseline + simulated).isEqualTo(10_000);
                assertThat(baseline).isEqualTo((int) (idLow % 10_001));
                back.add(idLow);
            });
        }
        assertThat(back).hasSize(ROWS).isSorted();
    }

    @Test
    void anEmptySpillHasNoRows() throws IOException {
        try (Spill spill = Spill.open()) {
            spill.forEach((idHigh, idLow, village, persons, baseline, simulated) -> {
                throw new AssertionError("there is no row");
            });
        }
    }
}
