package org.jingzhun.chassis.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Text is broken where Chinese and Latin may be broken. */
class LinesTest {

    private static final Metrics SQUARES = text -> text.codePointCount(0, text.length());

    @Test
    void aClosingMarkDoesNotBeginALineAndAWordStaysWhole() {
        assertThat(Lines.of("一二三四，五六", 4, 1, SQUARES)).containsExactly("一二三", "四，五六");
        assertThat(Lines.of("ab cdef gh", 6, 1, SQUARES)).containsExactly("ab", "cdef", "gh");
        assertThat(Lines.of("abcdefgh", 3, 1, SQUARES)).containsExactly("abc", "def", "gh");
        assertThat(Lines.of("", 3, 1, SQUARES)).containsExactly("");
    }

    @Property(tries = 300)
    void nothingIsLostAndNoLineIsTooWide(
            @ForAll @StringLength(max = 60) @CharRange(from = '一', to = '丐') @CharRange(from = 'a', to = 'c')
                    String text,
            @ForAll @FloatRange(min = 1, max = 20) float width) {
        List<String> lines = Lines.of(text, width, 1, SQUARES);
        assertThat(String.join("", lines)).isEqualTo(text);
        assertThat(lines).allSatisfy(line -> assertThat(SQUARES.width(line)).isLessThanOrEqualTo(width));
    }
}
