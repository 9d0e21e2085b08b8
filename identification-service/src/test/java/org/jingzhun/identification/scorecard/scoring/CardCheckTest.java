package org.jingzhun.identification.scorecard.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.jingzhun.identification.scorecard.ShippedScorecards;
import org.junit.jupiter.api.Test;

class CardCheckTest {

    private static final DraftCategory SOUND = choose("A", 5, 0, 3, 5);

    private static DraftCategory choose(String code, int max, int... points) {
        return category(code, Mode.CHOOSE_ONE, max, points);
    }

    private static DraftCategory category(String code, Mode mode, int max, int... points) {
        List<Item> items = IntStream.range(0, points.length)
                .mapToObj(i -> new Item(code + "-" + i, "项", points[i]))
                .toList();
        return new DraftCategory(code, "类", "category", mode, max, items);
    }

    private static List<String> faults(int total, DraftCategory... categories) {
        return CardCheck.check(List.of(categories), total).stream()
                .map(fault -> fault.pointer() + " " + fault.kind().code())
                .toList();
    }

    @Test
    void theShippedCardIsSound() {
        Scorecard card = ShippedScorecards.get("GX-2015").card();
        List<DraftCategory> drafts =
                card.categories().stream().map(DraftCategory::of).toList();
        assertThat(CardCheck.check(drafts, 100)).isEmpty();
        assertThat(CardCheck.card("GX-2015", Direction.LOW_IS_POOR, drafts)).isEqualTo(card);
    }

    @Test
    void pointsExclusionsAndTotalsAreNamedWhereTheyAreWrong() {
        assertThat(faults(5, SOUND)).isEmpty();
        assertThat(faults(6, SOUND)).containsExactly("/maxPoints total-differs");
        assertThat(faults(4, choose("A", 4, 0, 3, 5))).containsExactly("/categories/0/maxPoints maximum-not-best");
        assertThat(faults(10, SOUND, choose("A", 5, 0, 5)))
                .containsExactly(
                        "/categories/1/code code-twice",
                        "/categories/1/items/0/code code-twice",
                        "/categories/1/items/1/code code-twice");
        assertThat(faults(5, choose("A", 5))).containsExactly("/categories/0/items items-out-of-range");
        assertThat(faults(0)).containsExactly("/categories no-categories");
    }

    @Test
    void categoriesThatAddUpHaveOneZeroItemAndAMaximumThatCanBeReached() {
        assertThat(faults(4, category("A", Mode.ADD_UP, 4, 0, 3, 2))).isEmpty();
        assertThat(faults(4, category("A", Mode.ADD_UP, 4, 3, 2)))
                .containsExactly("/categories/0/items zero-item-not-one");
        assertThat(faults(4, category("A", Mode.ADD_UP, 4, 0, 0, 3, 2)))
                .containsExactly("/categories/0/items zero-item-not-one");
        assertThat(faults(2, category("A", Mode.ADD_UP, 2, 0, 3, 2)))
                .containsExactly("/categories/0/maxPoints maximum-below-best");
        assertThat(faults(6, category("A", Mode.ADD_UP, 6, 0, 3, 2)))
                .containsExactly("/categories/0/maxPoints maximum-unreachable");
    }

    @Test
    void aCardHasAtMost128ItemsAndTenThousandPoints() {
        DraftCategory[] many = IntStream.range(0, 11)
                .mapToObj(i -> choose("B" + i, 11, IntStream.range(0, 12).toArray()))
                .toArray(DraftCategory[]::new);
        assertThat(faults(121, many)).containsExactly("/categories too-many-items");
        assertThat(faults(10_001, choose("A", 10_001, 0, 10_001))).containsExactly("/maxPoints total-too-high");
    }

    @Test
    void whatIsFaultyMakesNoCard() {
        assertThatThrownBy(() -> CardCheck.card("X", Direction.LOW_IS_POOR, List.of(choose("A", 4, 0, 5))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
