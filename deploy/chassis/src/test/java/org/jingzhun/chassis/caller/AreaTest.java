package org.jingzhun.chassis.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AreaTest {

    @ParameterizedTest
    @CsvSource({
        "45, 450000000000, 459999999999",
        "4510, 451000000000, 451099999999",
        "451031, 451031000000, 451031999999",
        "451031100, 451031100000, 451031100999",
        "451031100201, 451031100201, 451031100201",
        "451031000000, 451031000000, 451031999999",
        "451000000000, 451000000000, 451099999999",
        "450000000000, 450000000000, 459999999999",
    })
    void aPrefixIsTheRangeOfAllCodesUnderIt(String prefix, long from, long to) {
        assertThat(Area.ofPrefix(prefix)).isEqualTo(new Area(from, to));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4", "451", "45103", "4510311", "45103110020", "4510311002011", "45103x", "４５"})
    void anythingElseIsRefusedWithAdvice(String text) {
        assertThatThrownBy(() -> Area.ofPrefix(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2, 4, 6, 9 or 12 digits");
    }

    @Test
    void areasThatDoNotMeetHaveNothingInCommon() {
        assertThat(Area.ofPrefix("4510").intersect(Area.ofPrefix("4501"))).isEqualTo(Area.NOWHERE);
        assertThat(Area.NOWHERE.covers(1)).isFalse();
        assertThat(Area.ofPrefix("4510").intersect(Area.ofPrefix("451031"))).isEqualTo(Area.ofPrefix("451031"));
    }
}
