package org.jingzhun.chassis.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternLengthTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "\\d{12}, 12",
                "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}, 12",
                "[1-9]\\d{11}(?<!000), 12",
                "\\d{6}(0{6})?, 12",
                "`[\\x21-\\x7e]{1,255}`, 255",
                "20\\d{2}-(0[1-9]|1[0-2]), 7",
                "`0\\.(?!0+$)\\d{1,4}|1(\\.0{1,4})?`, 6",
                "[a-fA-F0-9]{8}-[a-fA-F0-9]{4}-[a-fA-F0-9]{4}-[a-fA-F0-9]{4}-[a-fA-F0-9]{12}, 36",
                "(?:ab|[^\\]x]{3})\\p{L}, 4"
            })
    void aPatternWithAnEndIsAsLongAsItsLongestText(String regexp, int length) {
        assertThat(PatternLength.of(regexp)).isEqualTo(OptionalInt.of(length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a*", "(ab)+c", "x{3,}", "^-?[0-9]+[.][0-9]{2}$"})
    void aPatternWithoutAnEndHasNoLength(String regexp) {
        assertThat(PatternLength.of(regexp)).isEmpty();
    }
}
