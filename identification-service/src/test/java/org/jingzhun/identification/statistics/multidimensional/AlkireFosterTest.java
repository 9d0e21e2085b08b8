package org.jingzhun.identification.statistics.multidimensional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class AlkireFosterTest {

    private static final double SMALL = 1e-9;
    private static final int INDICATORS = 5;

    @Provide
    Arbitrary<Measure> measures() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 6).list().ofSize(INDICATORS),
                        Arbitraries.doubles().between(0, 1))
                .as((weights, part) -> {
                    int sum = weights.stream().mapToInt(Integer::intValue).sum();
                    List<Indicator> indicators = IntStream.range(0, INDICATORS)
                            .mapToObj(i -> new Indicator("I" + i, "D" + i / 2, weights.get(i)))
                            .toList();
                    return new Measure("M", indicators, Math.max(1, (int) Math.round(part * sum)));
                });
    }

    @Provide
    Arbitrary<List<Group>> groups() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, (1 << INDICATORS) - 1),
                        Arbitraries.integers().between(1, 9))
                .as((pattern, persons) -> new Group(pattern, 1, persons))
                .list()
                .ofMaxSize(30);
    }

    private static double number(@Nullable Double value) {
        return value == null ? 0 : value;
    }

    @Property
    void m0IsHTimesA(@ForAll("measures") Measure measure, @ForAll("groups") List<Group> groups) {
        AlkireFoster.Result result = AlkireFoster.measure(measure, groups);
        assertThat(number(result.headcountRatio()) * number(result.intensity()))
                .isCloseTo(number(result.adjustedHeadcountRatio()), within(SMALL));
        assertThat(number(result.adjustedHeadcountRatio())).isBetween(0.0, 1.0);
        if (result.poorPersons() > 0) {
            assertThat(number(result.intensity()))
                    .isBetween((double) measure.cutoff() / measure.totalWeight() - SMALL, 1.0);
        }
    }

    @Property
    void contributionsAddUpToOneWhenAnybodyIsPoor(
            @ForAll("measures") Measure measure, @ForAll("groups") List<Group> groups) {
        AlkireFoster.Result result = AlkireFoster.measure(measure, groups);
        if (result.poorPersons() == 0) {
            assertThat(result.contributions()).allMatch(each -> each.share() == null);
        } else {
            assertThat(result.contributions().stream()
                            .mapToDouble(each -> number(each.share()))
                            .sum())
                    .isCloseTo(1, within(SMALL));
        }
    }

    @Property
    void oneDeprivationMoreNeverLowersM0(
            @ForAll("measures") Measure measure, @ForAll("groups") List<Group> groups, @ForAll Random random) {
        List<Group> worse = new ArrayList<>(groups);
        if (worse.isEmpty()) {
            return;
        }
        int place = random.nextInt(worse.size());
        Group one = worse.get(place);
        worse.set(place, new Group(one.pattern() | 1 << random.nextInt(INDICATORS), one.households(), one.persons()));
        AlkireFoster.Result before = AlkireFoster.measure(measure, groups);
        AlkireFoster.Result after = AlkireFoster.measure(measure, worse);
        assertThat(number(after.adjustedHeadcountRatio()))
                .isGreaterThanOrEqualTo(number(before.adjustedHeadcountRatio()));
        assertThat(after.poorPersons()).isGreaterThanOrEqualTo(before.poorPersons());
    }

    @Property
    void m0OfTheWholeIsTheMeanOfItsPartsByPersons(
            @ForAll("measures") Measure measure,
            @ForAll("groups") List<Group> left,
            @ForAll("groups") List<Group> right) {
        List<Group> whole = new ArrayList<>(left);
        whole.addAll(right);
        AlkireFoster.Result one = AlkireFoster.measure(measure, left);
        AlkireFoster.Result two = AlkireFoster.measure(measure, right);
        AlkireFoster.Result all = AlkireFoster.measure(measure, whole);
        double parts = number(one.adjustedHeadcountRatio()) * one.persons()
                + number(two.adjustedHeadcountRatio()) * two.persons();
        assertThat(number(all.adjustedHeadcountRatio()) * all.persons()).isCloseTo(parts, within(1e-6));
        assertThat(all.depthSum()).isEqualTo(one.depthSum() + two.depthSum());
    }

    @Property
    void theOrderDoesNotMatter(
            @ForAll("measures") Measure measure, @ForAll("groups") List<Group> groups, @ForAll Random random) {
        List<Group> shuffled = new ArrayList<>(groups);
        Collections.shuffle(shuffled, random);
        assertThat(AlkireFoster.measure(measure, shuffled)).isEqualTo(AlkireFoster.measure(measure, groups));
    }

    @Property
    void aHigherCutoffFindsNobodyMorePoor(@ForAll("measures") Measure measure, @ForAll("groups") List<Group> groups) {
        if (measure.cutoff() == measure.totalWeight()) {
            return;
        }
        Measure stricter = new Measure("S", measure.indicators(), measure.cutoff() + 1);
        assertThat(AlkireFoster.measure(stricter, groups).poorPersons())
                .isLessThanOrEqualTo(AlkireFoster.measure(measure, groups).poorPersons());
    }

    @Example
    void aSmallVillageByHand() {
        Measure measure = new Measure(
                "M", List.of(new Indicator("A", "X", 2), new Indicator("B", "Y", 1), new Indicator("C", "Y", 1)), 2);
        AlkireFoster.Result result = AlkireFoster.measure(
                measure,
                List.of(new Group(0b001, 1, 4), new Group(0b110, 1, 2), new Group(0b010, 1, 3), new Group(0, 1, 1)));
        assertThat(result.poorHouseholds()).isEqualTo(2);
        assertThat(result.poorPersons()).isEqualTo(6);
        assertThat(result.headcountRatio()).isEqualTo(0.6);
        assertThat(result.intensity()).isEqualTo(0.5);
        assertThat(Objects.requireNonNull(result.adjustedHeadcountRatio())).isCloseTo(0.3, within(SMALL));
        assertThat(result.contributions().getFirst().share()).isEqualTo(8.0 / 12);
    }

    @Example
    void aMeasureThatMakesNoSenseIsNone() {
        assertThatThrownBy(() -> new Measure("M", List.of(new Indicator("A", "X", 1)), 2))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Measure("M", List.of(new Indicator("A", "X", 1), new Indicator("A", "X", 1)), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
