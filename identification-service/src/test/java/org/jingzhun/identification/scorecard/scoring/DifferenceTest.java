package org.jingzhun.identification.scorecard.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jingzhun.identification.scorecard.ShippedScorecards;
import org.jingzhun.identification.scorecard.scoring.Difference.ItemChange;
import org.jingzhun.identification.scorecard.scoring.Difference.Reason;

class DifferenceTest {

    private static final Scorecard CARD = ShippedScorecards.get("GX-2015").card();
    private static final ScoreTable TABLE = ScoreTable.of(CARD);

    /** The card with other points, its categories in another order, and without its last category. */
    private static final Scorecard OTHER = other();

    private static Scorecard other() {
        List<Category> categories = new ArrayList<>();
        for (Category category : CARD.categories().reversed().subList(1, 18)) {
            List<Item> items = category.items().stream()
                    .map(item -> new Item(item.code(), item.nameZh(), item.points() * 2))
                    .toList();
            categories.add(new Category(
                    category.code(),
                    category.nameZh(),
                    category.nameEn(),
                    category.mode(),
                    category.maxPoints() * 2,
                    items));
        }
        return new Scorecard("OTHER", Direction.HIGH_IS_POOR, categories);
    }

    private static AnswerSheet sheet(Random random) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        for (Category category : CARD.categories()) {
            List<String> held = new ArrayList<>();
            held.add(category.items()
                    .get(random.nextInt(category.items().size()))
                    .code());
            if (category.mode() == Mode.ADD_UP) {
                Item more = category.items().getLast();
                if (!held.contains(more.code()) && !held.getFirst().endsWith("-01")) {
                    held.add(more.code());
                }
            }
            answers.put(category.code(), held);
        }
        return switch (TABLE.read("GX-2015", answers)) {
            case Reading.Read read -> read.sheet();
            case Reading.Faulty faulty -> throw new AssertionError(faulty);
        };
    }

    @Property
    void theChangesOfTheItemsMakeTheChangeOfTheTotal(@ForAll long one, @ForAll long two) {
        AnswerSheet before = sheet(new Random(one));
        AnswerSheet after = sheet(new Random(two));
        Difference difference = Difference.between(CARD, before, CARD, after);
        assertThat(difference.categories().stream()
                        .mapToInt(Difference.CategoryChange::change)
                        .sum())
                .isEqualTo(TABLE.score(after.low(), after.high()) - TABLE.score(before.low(), before.high()));
        assertThat(difference.categories()).allSatisfy(category -> assertThat(category.items())
                .allSatisfy(item -> assertThat(item.reason()).isEqualTo(Reason.ANSWER)));
    }

    @Property
    void theWayBackIsTheOppositeChange(@ForAll long one, @ForAll long two) {
        AnswerSheet before = sheet(new Random(one));
        AnswerSheet after = sheet(new Random(two));
        int there = change(Difference.between(CARD, before, CARD, after));
        assertThat(change(Difference.between(CARD, after, CARD, before))).isEqualTo(-there);
        assertThat(Difference.between(CARD, before, CARD, before).categories()).isEmpty();
    }

    private static int change(Difference difference) {
        return difference.after().total() - difference.before().total();
    }

    @Property
    void answersAreTheSameOnAnotherCardWhereItAsksForThem(@ForAll long seed) {
        AnswerSheet answers = sheet(new Random(seed));
        Translation translation = Translation.of(CARD, OTHER);
        AnswerSheet translated = translation.translate(answers);
        Map<String, List<String>> said = ScoreTable.write(CARD, answers);
        Map<String, List<String>> says = ScoreTable.write(OTHER, translated);
        assertThat(says).allSatisfy((category, items) -> assertThat(items).isEqualTo(said.get(category)));
        assertThat(translation.leftOut())
                .allMatch(item -> item.startsWith("C18-"))
                .hasSize(5);
        int lost = Scoring.score(CARD, answers).subtotals().getLast().points();
        int total = Scoring.score(CARD, answers).total();
        assertThat(Scoring.score(OTHER, translated).total()).isEqualTo(2 * (total - lost));
        Difference difference = Difference.between(CARD, answers, OTHER, translated);
        assertThat(difference.categories().stream().flatMap(category -> category.items().stream()))
                .allMatch(item ->
                        item.reason() == (item.item().startsWith("C18") ? Reason.ANSWER_AND_POINTS : Reason.POINTS));
    }

    @Example
    void anAlteredAnswerIsNamedWithItsPoints() {
        AnswerSheet before = sheet(new Random(1));
        Map<String, List<String>> answers = new LinkedHashMap<>(ScoreTable.write(CARD, before));
        answers.put("C01", List.of("C01-01"));
        Difference base = Difference.between(CARD, before, CARD, read(answers));
        answers.put("C01", List.of("C01-08"));
        Difference difference = Difference.between(CARD, read(answers), CARD, before);
        assertThat(base.categories()).allSatisfy(c -> assertThat(c.category()).isEqualTo("C01"));
        assertThat(difference.categories().getFirst().items())
                .contains(new ItemChange("C01-08", true, false, 20, 0, Reason.ANSWER));
    }

    private static AnswerSheet read(Map<String, List<String>> answers) {
        return switch (TABLE.read("GX-2015", answers)) {
            case Reading.Read read -> read.sheet();
            case Reading.Faulty faulty -> throw new AssertionError(faulty);
        };
    }
}
