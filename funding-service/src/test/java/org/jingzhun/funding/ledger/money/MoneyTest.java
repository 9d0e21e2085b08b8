package org.jingzhun.funding.ledger.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0.00",
        "0.01, 1, 0.01",
        "0.1, 10, 0.10",
        "1234, 123400, 1234.00",
        "1234.5, 123450, 1234.50",
        "1234.50, 123450, 1234.50",
        "-0.05, -5, -0.05",
        "-12.30, -1230, -12.30",
        "-0, 0, 0.00",
        "100000000000000.00, 10000000000000000, 100000000000000.00"
    })
    void yuanAreReadIntoFenAndWrittenWithTwoDecimals(String text, long fen, String written) {
        assertThat(Money.parse(text)).isEqualTo(Money.ofFen(fen)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.001", "12.345", "1.000"})
    void threeDecimalsAreRefusedEvenWhenTheThirdIsZero(String text) {
        assertThatThrownBy(() -> Money.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text)
                .hasMessageContaining("at most two decimals");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1,234.50",
                "1e3",
                "+5",
                "¥5",
                "5.",
                ".5",
                "05",
                "00",
                "--1",
                "1 ",
                "NaN",
                "٣",
                "1.2.3",
                "0x10",
                "１２"
            })
    void whateverIsNoPlainNumberIsRefusedWithAnExample(String text) {
        assertThatThrownBy(() -> Money.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("like \"1234.50\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"100000000000000.01", "-100000000000000.01", "999999999999999", "99999999999999999999999999"})
    void moreThanTheLimitIsRefused(String text) {
        assertThatThrownBy(() -> Money.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("100 trillion yuan");
    }

    @Test
    void anEndlessTextIsNotRepeatedInTheMessage() {
        assertThatThrownBy(() -> Money.parse("x".repeat(10_000)))
                .hasMessageContaining("...")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
    }

    @Test
    void sumsBeyondTheLimitThrowInsteadOfWrapping() {
        var most = Money.ofFen(Money.LIMIT_FEN);
        assertThatThrownBy(() -> most.plus(Money.ofFen(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.negated().minus(Money.ofFen(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.ofYuan(Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.ofFen(Long.MIN_VALUE)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void guardsNameTheSubjectAndTheValue() {
        assertThat(Money.ofFen(1).requirePositive("Budget")).isEqualTo(Money.ofFen(1));
        assertThat(Money.ZERO.requireNotNegative("Floor")).isEqualTo(Money.ZERO);
        assertThatThrownBy(() -> Money.ZERO.requirePositive("Budget"))
                .hasMessage("Budget (0.00 yuan) must be more than 0.00 yuan");
        assertThatThrownBy(() -> Money.ofFen(-5).requireNotNegative("Floor"))
                .hasMessage("Floor (-0.05 yuan) must not be negative");
    }

    @Property
    void theTextFormRoundTrips(@ForAll @LongRange(min = -Money.LIMIT_FEN, max = Money.LIMIT_FEN) long fen) {
        assertThat(Money.parse(Money.ofFen(fen).toString())).isEqualTo(Money.ofFen(fen));
    }

    @Property
    void subtractionUndoesAdditionAndNegationIsItsOwnInverse(
            @ForAll @LongRange(min = -Money.LIMIT_FEN / 2, max = Money.LIMIT_FEN / 2) long a,
            @ForAll @LongRange(min = -Money.LIMIT_FEN / 2, max = Money.LIMIT_FEN / 2) long b) {
        var left = Money.ofFen(a);
        var right = Money.ofFen(b);
        assertThat(left.plus(right)).isEqualTo(right.plus(left));
        assertThat(left.plus(right).minus(right)).isEqualTo(left);
        assertThat(left.minus(right)).isEqualTo(right.minus(left).negated());
    }

    @Property
    void exactlyOneSignHolds(@ForAll @LongRange(min = -1000, max = 1000) long fen) {
        var money = Money.ofFen(fen);
        assertThat(money.isPositive()).isEqualTo(money.compareTo(Money.ZERO) > 0);
        assertThat(money.isNegative()).isEqualTo(money.compareTo(Money.ZERO) < 0);
        assertThat(money.isZero()).isEqualTo(fen == 0);
    }
}
