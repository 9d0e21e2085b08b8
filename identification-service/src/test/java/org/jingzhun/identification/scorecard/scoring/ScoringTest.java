package org.jingzhun.identification.scorecard.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jingzhun.identification.scorecard.ShippedScorecards;
import org.jingzhun.identification.scorecard.scoring.Score.Contribution;
import org.jingzhun.identification.scorecard.scoring.Score.Subtotal;
import org.junit.jupiter.api.Test;

class ScoringTest {

    private static final Scorecard GX_2015 = ShippedScorecards.get("GX-2015").card();
    private static final ScoreTable TABLE = ScoreTable.of(GX_2015);

    @Test
    void theScorecardOfGuangxiHas18CategoriesAnd98ItemsAndAtMost100Points() {
        assertThat(GX_2015.categories()).hasSize(18);
        assertThat(GX_2015.itemCount()).isEqualTo(98);
        assertThat(GX_2015.maxPoints()).isEqualTo(100);
        assertThat(GX_2015.direction()).isEqualTo(Direction.LOW_IS_POOR);
    }

    @Test
    void theWorstItemOfEachCategoryScoresNothingAndTheBestOfEachScores100() {
        Map<String, List<String>> worst = new HashMap<>();
        Map<String, List<String>> best = new HashMap<>();
        for (Category category : GX_2015.categories()) {
            worst.put(category.code(), List.of(category.items().getFirst().code()));
            best.put(
                    category.code(),
                    switch (category.mode()) {
                        case CHOOSE_ONE -> List.of(category.items().getLast().code());
                        case ADD_UP ->
                            category.items().stream().skip(1).map(Item::code).toList();
                    });
        }
        assertThat(Scoring.score(GX_2015, sheet(worst)).total()).isZero();
        assertThat(Scoring.score(GX_2015, sheet(best)).total()).isEqualTo(100);
    }

    @Test
    void aScoreExplainsEveryPointAndWhatTheMaximumOfACategoryTookAway() {
        Map<String, List<String>> answers = poorest();
        answers.put("C01", List.of("C01-05"));
        answers.put("C04", List.of("C04-03", "C04-04", "C04-05"));

        Score score = Scoring.score(GX_2015, sheet(answers));

        assertThat(score.subtotals().get(0))
                .isEqualTo(new Subtotal("C01", 11, 0, List.of(new Contribution("C01-05", 11))));
        assertThat(score.subtotals().get(3))
                .isEqualTo(new Subtotal(
                        "C04",
                        5,
                        4,
                        List.of(
                                new Contribution("C04-03", 2),
                                new Contribution("C04-04", 3),
                                new Contribution("C04-05", 4))));
        assertThat(score.total()).isEqualTo(16);
    }

    /** All 2^n answers of every category beside the poorest answers of the others: 1,500 sheets. */
    @Test
    void theTableAgreesWithTheExplainedScoreForEveryAnswerOfEveryCategory() {
        AnswerSheet poorest = sheet(poorest());
        int first = 0;
        for (Category category : GX_2015.categories()) {
            int width = category.items().size();
            for (long held = 0; held < 1L << width; held++) {
                AnswerSheet sheet = with(poorest, first, width, held);
                List<AnswerFault> faults = Scoring.check(GX_2015, sheet);
                boolean zeroItemHeld = (held & 1) != 0;
                boolean permitted =
                        switch (category.mode()) {
                            case CHOOSE_ONE -> Long.bitCount(held) == 1;
                            case ADD_UP -> Long.bitCount(held) >= 1 && (!zeroItemHeld || held == 1);
                        };
                assertThat(faults.isEmpty()).as("%s %s", category.code(), held).isEqualTo(permitted);
                assertThat(TABLE.score(sheet.low(), sheet.high()))
                        .isEqualTo(permitted ? Scoring.score(GX_2015, sheet).total() : ScoreTable.FAULTY);
            }
            first += width;
        }
    }

    @Property(tries = 2000)
    void everySheetThatCanBeReadGivesTheSameScoreThreeWaysAndItsOwnAnswersBack(@ForAll long seed) {
        Map<String, List<String>> answers = randomAnswers(new Random(seed));
        AnswerSheet sheet = sheet(answers);
        Score score = Scoring.score(GX_2015, sheet);

        assertThat(TABLE.score(sheet.low(), sheet.high())).isEqualTo(score.total());
        assertThat(score.total()).isBetween(0, GX_2015.maxPoints());
        assertThat(score.subtotals().stream()
                        .flatMap(subtotal -> subtotal.contributions().stream())
                        .mapToInt(Contribution::points)
                        .sum())
                .isEqualTo(score.total()
                        + score.subtotals().stream().mapToInt(Subtotal::capped).sum());
        assertThat(sheet(ScoreTable.write(GX_2015, sheet))).isEqualTo(sheet);
        List<String> items = answers.values().stream().flatMap(List::stream).toList();
        assertThat(TABLE.readItems("GX-2015", items)).isEqualTo(new Reading.Read(sheet));
    }

    @Property(tries = 1000)
    void bitsThatAreNoAnswersAreFaultyInTheTableExactlyWhenTheCheckFindsAFault(@ForAll long low, @ForAll long high) {
        AnswerSheet sheet = new AnswerSheet("GX-2015", low, high);
        assertThat(TABLE.score(low, high) == ScoreTable.FAULTY)
                .isEqualTo(!Scoring.check(GX_2015, sheet).isEmpty());
    }

    @Property(tries = 500)
    void aBetterItemNeverLowersAScore(@ForAll long seed) {
        Map<String, List<String>> answers = randomAnswers(new Random(seed));
        int before = Scoring.score(GX_2015, sheet(answers)).total();
        for (Category category : GX_2015.categories()) {
            if (category.mode() == Mode.ADD_UP) {
                Map<String, List<String>> richer = new HashMap<>(answers);
                richer.put(
                        category.code(),
                        category.items().stream().skip(1).map(Item::code).toList());
                assertThat(Scoring.score(GX_2015, sheet(richer)).total()).isGreaterThanOrEqualTo(before);
            }
        }
    }

    @Test
    void everyFaultOfTheAnswersIsNamedAtOnce() {
        Map<String, List<String>> answers = poorest();
        answers.put("C01", List.of("C01-05", "C01-06"));
        answers.put("C02", List.of("C02-01", "C02-02"));
        answers.put("C03", List.of("C03-99"));
        answers.put("C05", List.of("C06-01"));
        answers.put("C07", List.of("C07-01", "C07-01"));
        answers.put("C19", List.of("C19-01"));
        answers.remove("C18");

        assertThat(TABLE.read("GX-2015", answers))
                .isInstanceOfSatisfying(Reading.Faulty.class, faulty -> assertThat(faulty.faults())
                        .containsExactlyInAnyOrder(
                                new AnswerFault.SeveralItems("C01", List.of("C01-05", "C01-06")),
                                new AnswerFault.ZeroItemWithOthers("C02", "C02-01"),
                                new AnswerFault.UnknownItem("GX-2015", "C03", "C03-99"),
                                new AnswerFault.CategoryMissing("C03"),
                                new AnswerFault.UnknownItem("GX-2015", "C05", "C06-01"),
                                new AnswerFault.CategoryMissing("C05"),
                                new AnswerFault.RepeatedItem("C07", "C07-01"),
                                new AnswerFault.UnknownCategory("GX-2015", "C19"),
                                new AnswerFault.CategoryMissing("C18")));
    }

    @Test
    void everyFaultHasACodeOfItsOwnAndNamesItsCategory() {
        List<AnswerFault> faults = List.of(
                new AnswerFault.OtherScorecard("GX-2015", "GX-2014"),
                new AnswerFault.UnknownCategory("GX-2015", "C19"),
                new AnswerFault.UnknownItem("GX-2015", "C01", "C01-99"),
                new AnswerFault.RepeatedItem("C01", "C01-01"),
                new AnswerFault.CategoryMissing("C01"),
                new AnswerFault.SeveralItems("C01", List.of("C01-01", "C01-02")),
                new AnswerFault.ZeroItemWithOthers("C02", "C02-01"));
        assertThat(faults).extracting(AnswerFault::code).doesNotHaveDuplicates();
        assertThat(faults.stream().skip(1))
                .allSatisfy(fault -> assertThat(fault.args()).contains(fault.category()));
    }

    @Test
    void answersOfAnotherScorecardAreNotScored() {
        AnswerSheet other = new AnswerSheet("GX-2014", 0, 0);
        assertThat(TABLE.read("GX-2014", poorest()))
                .isEqualTo(new Reading.Faulty(List.of(new AnswerFault.OtherScorecard("GX-2015", "GX-2014"))));
        assertThatThrownBy(() -> Scoring.score(GX_2015, other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GX-2014");
    }

    @Test
    void aCardWithAllPlacesTakenIsScoredUpToItsLastItem() {
        List<Category> categories = java.util.stream.IntStream.range(0, 16)
                .mapToObj(c -> new Category(
                        "K" + c,
                        "类",
                        "Kind",
                        Mode.ADD_UP,
                        7,
                        java.util.stream.IntStream.range(0, 8)
                                .mapToObj(i -> new Item("K" + c + "-" + i, "项", i))
                                .toList()))
                .toList();
        Scorecard full = new Scorecard("FULL", Direction.HIGH_IS_POOR, categories);
        AnswerSheet lastOfEach = new AnswerSheet("FULL", 0x8080808080808080L, 0x8080808080808080L);
        assertThat(full.itemCount()).isEqualTo(AnswerSheet.BITS);
        assertThat(Scoring.score(full, lastOfEach).total()).isEqualTo(16 * 7);
        assertThat(ScoreTable.of(full).score(lastOfEach.low(), lastOfEach.high()))
                .isEqualTo(16 * 7);
    }

    @Test
    void manySheetsAreScoredAsEachOfThemIs() {
        AnswerSheet poorest = sheet(poorest());
        int[] scores = new int[2];
        TABLE.score(new long[] {poorest.low(), 0}, new long[] {poorest.high(), 0}, scores);
        assertThat(scores).containsExactly(0, ScoreTable.FAULTY);
    }

    @Test
    void aScorecardThatContradictsItselfCannotBeMade() {
        Item none = new Item("A-1", "无", 0);
        Item one = new Item("A-2", "有", 3);
        assertThatThrownBy(() -> new Category("A", "类", "Kind", Mode.CHOOSE_ONE, 4, List.of(none, one)))
                .hasMessageContaining("best item");
        assertThatThrownBy(() -> new Category("A", "类", "Kind", Mode.ADD_UP, 2, List.of(none, one)))
                .hasMessageContaining("must not be below");
        assertThatThrownBy(() -> new Category("A", "类", "Kind", Mode.ADD_UP, 3, List.of(one)))
                .hasMessageContaining("0 points");
        assertThatThrownBy(() -> new Item("A-3", "负", -1)).hasMessageContaining("0 or more");
        Category category = new Category("A", "类", "Kind", Mode.CHOOSE_ONE, 3, List.of(none, one));
        assertThatThrownBy(() -> new Scorecard("X", Direction.LOW_IS_POOR, List.of(category, category)))
                .hasMessageContaining("twice");
    }

    private static AnswerSheet sheet(Map<String, List<String>> answers) {
        return switch (TABLE.read("GX-2015", answers)) {
            case Reading.Read(AnswerSheet sheet) -> sheet;
            case Reading.Faulty(List<AnswerFault> faults) -> throw new AssertionError(faults.toString());
        };
    }

    private static Map<String, List<String>> poorest() {
        Map<String, List<String>> answers = new HashMap<>();
        GX_2015.categories()
                .forEach(category -> answers.put(
                        category.code(), List.of(category.items().getFirst().code())));
        return answers;
    }

    private static Map<String, List<String>> randomAnswers(Random random) {
        Map<String, List<String>> answers = poorest();
        for (Category category : GX_2015.categories()) {
            List<Item> items = category.items();
            switch (category.mode()) {
                case CHOOSE_ONE ->
                    answers.put(
                            category.code(),
                            List.of(items.get(random.nextInt(items.size())).code()));
                case ADD_UP -> {
                    List<String> held = items.stream()
                            .skip(1)
                            .filter(item -> random.nextBoolean())
                            .map(Item::code)
                            .toList();
                    if (!held.isEmpty()) {
                        answers.put(category.code(), held);
                    }
                }
            }
        }
        return answers;
    }

    private static AnswerSheet with(AnswerSheet sheet, int first, int width, long held) {
        long low = sheet.low();
        long high = sheet.high();
        for (int i = 0; i < width; i++) {
            int place = first + i;
            long mask = 1L << place;
            boolean holds = (held >>> i & 1) != 0;
            if (place < Long.SIZE) {
                low = holds ? low | mask : low & ~mask;
            } else {
                high = holds ? high | mask : high & ~mask;
            }
        }
        return new AnswerSheet(sheet.scorecard(), low, high);
    }
}
