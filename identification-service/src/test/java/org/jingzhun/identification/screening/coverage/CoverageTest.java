package org.jingzhun.identification.screening.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CoverageTest {

    private static final Limits STRICT = new Limits(30, 90, 95, 80);
    private static final Limits LENIENT = new Limits(30, null, 95, null);

    @Test
    void youngDataOfEverybodyLackNothing() {
        Coverage good = new Coverage(30, 100, 95, 95);
        assertThat(good.warnings(STRICT)).isEmpty();
        assertThat(good.refusals(STRICT)).isEmpty();
    }

    @Test
    void oldDataAreWarnedOfBeforeTheyAreRefused() {
        Coverage month = new Coverage(31, 100, 0, 100);
        assertThat(month.warnings(STRICT)).containsExactly(Shortcoming.STALE, Shortcoming.NOT_COVERING);
        assertThat(month.refusals(STRICT)).isEmpty();
        Coverage quarter = new Coverage(91, 100, 0, 0);
        assertThat(quarter.refusals(STRICT)).containsExactly(Shortcoming.STALE, Shortcoming.NOT_COVERING);
        assertThat(quarter.refusals(LENIENT)).isEmpty();
    }

    @Test
    void thePercentOfPersonsDecidesExactly() {
        assertThat(new Coverage(0, 1000, 949, 949).warnings(STRICT)).containsExactly(Shortcoming.NOT_COVERING);
        assertThat(new Coverage(0, 1000, 950, 950).warnings(STRICT)).isEmpty();
        assertThat(new Coverage(0, 1000, 799, 799).refusals(STRICT)).containsExactly(Shortcoming.NOT_COVERING);
        assertThat(new Coverage(0, 1000, 800, 800).refusals(STRICT)).isEmpty();
        assertThat(new Coverage(0, 0, 0, 0).refusals(STRICT)).isEmpty();
    }

    @Test
    void aDepartmentThatDeliveredNothingIsRefusedWhereAnythingIs() {
        Coverage none = new Coverage(null, 100, 0, 0);
        assertThat(none.warnings(LENIENT)).containsExactly(Shortcoming.MISSING);
        assertThat(none.refusals(LENIENT)).isEmpty();
        assertThat(none.refusals(STRICT)).containsExactly(Shortcoming.MISSING);
    }

    @Test
    void moreCoveredThanThereAreIsAnError() {
        assertThatThrownBy(() -> new Coverage(0, 10, 11, 11)).hasMessageContaining("persons covered (11, 11)");
    }
}
