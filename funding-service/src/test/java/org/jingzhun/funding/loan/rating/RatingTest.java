package org.jingzhun.funding.loan.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jingzhun.funding.ledger.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatingTest {

    private static final List<Option> OPTIONS = List.of(
            new Option("CREDIT", "GOOD", 50),
            new Option("CREDIT", "BAD", 0),
            new Option("LABOUR", "TWO", 20),
            new Option("LABOUR", "ONE", 19));
    private static final List<Grade> GRADES = List.of(
            new Grade("GOOD", 70, Money.ofYuan(50_000)),
            new Grade("FAIR", 20, Money.ofYuan(10_000)),
            new Grade("POOR", 0, Money.ZERO));

    @ParameterizedTest
    @CsvSource({"GOOD, TWO, 70, GOOD", "GOOD, ONE, 69, FAIR", "BAD, TWO, 20, FAIR", "BAD, ONE, 19, POOR"})
    void pointsAddUpToTheGradeThatBeginsAtThem(String credit, String labour, int points, String grade) {
        var rated = Rating.rate(OPTIONS, GRADES, List.of(new Found("LABOUR", labour), new Found("CREDIT", credit)));
        assertThat(rated).isInstanceOfSatisfying(Rated.Graded.class, graded -> {
            assertThat(graded.points()).isEqualTo(points);
            assertThat(graded.grade().grade()).isEqualTo(grade);
            assertThat(graded.parts()).extracting(Option::criterion).containsExactly("CREDIT", "LABOUR");
        });
    }

    @Test
    void eachCriterionIsAnsweredOnce() {
        var rated = Rating.rate(
                OPTIONS,
                GRADES,
                List.of(new Found("CREDIT", "GOOD"), new Found("CREDIT", "BAD"), new Found("AGE", "OLD")));
        assertThat(rated).isEqualTo(new Rated.Incomplete(List.of("LABOUR"), List.of("CREDIT BAD", "AGE OLD")));
    }
}
