package org.jingzhun.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The sample of Longlin against the published figures (隆发〔2016〕4号). */
class CalibrationTest {

    @Test
    void longlinHasExactlyItsRuralPersonsInAllItsVillages() {
        assertThat(Longlin.VILLAGES).hasSize(180);
        assertThat(Longlin.persons(Longlin.HOUSEHOLDS)).isEqualTo(335_671);
        assertThat(Longlin.HOUSEHOLDS).hasSizeBetween(78_000, 84_000);
    }

    @Test
    void nearlyTheSharePublishedIsTrulyPoor() {
        int poor = Longlin.persons(Longlin.poor(Longlin.HOUSEHOLDS));
        assertThat(poor).isCloseTo(79_553, within(300));
        assertThat(100.0 * poor / 335_671).isCloseTo(23.7, within(0.5));
        assertThat(Longlin.SAMPLE.quotaPersons("451031")).isEqualTo(79_553);
    }

    @Test
    void thePoorAreBelowTheLineAndTheOthersAboveIt() {
        assertThat(Longlin.HOUSEHOLDS)
                .allMatch(household ->
                        household.truth().trulyPoor() == (household.truth().realIncome() < 2_855));
    }

    @Test
    void eightyEightPoorVillagesHaveAClearlyHigherIncidence() {
        List<Village> poor =
                Longlin.VILLAGES.stream().filter(Village::poorVillage).toList();
        List<Village> others = Longlin.VILLAGES.stream()
                .filter(Predicate.not(Village::poorVillage))
                .toList();
        assertThat(poor).hasSize(88).noneMatch(village -> village.division().community());
        assertThat(incidence(poor)).isGreaterThan(2 * incidence(others));
        double highestOfOthers = others.stream()
                .mapToDouble(village -> incidence(List.of(village)))
                .max()
                .orElseThrow();
        double lowestOfPoor = poor.stream()
                .mapToDouble(village -> incidence(List.of(village)))
                .min()
                .orElseThrow();
        assertThat(lowestOfPoor).isGreaterThan(highestOfOthers * 0.8);
    }

    private static double incidence(List<Village> villages) {
        List<Household> households = villages.stream()
                .flatMap(village -> village.households().stream())
                .toList();
        return (double) Longlin.persons(Longlin.poor(households)) / Longlin.persons(households);
    }

    @Test
    void illnessThenDisabilityLeadTheCausesOfPoverty() {
        Map<Cause, Integer> persons = new EnumMap<>(Cause.class);
        Longlin.poor(Longlin.HOUSEHOLDS)
                .forEach(household -> persons.merge(
                        household.assessment().mainCause(), household.members().size(), Integer::sum));
        List<Cause> order = persons.entrySet().stream()
                .sorted(Map.Entry.<Cause, Integer>comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(order).startsWith(Cause.ILLNESS, Cause.DISABILITY).hasSize(Cause.values().length);
    }

    @Test
    void theEthnicGroupsOfTheCountyLiveInHamletsOfTheirOwn() {
        Map<String, Long> groups = Longlin.HOUSEHOLDS.stream()
                .collect(Collectors.groupingBy(
                        household -> household.members().getFirst().ethnicity(), Collectors.counting()));
        assertThat(groups.keySet()).containsExactlyInAnyOrder("08", "06", "01", "07", "37");
        assertThat(groups.get("08")).isGreaterThan(groups.get("06"));
        assertThat(groups.get("06")).isGreaterThan(groups.get("07"));
        Map<String, List<Household>> hamlets = Longlin.HOUSEHOLDS.stream()
                .collect(Collectors.groupingBy(household -> household.villageCode() + household.hamlet()));
        double leading =
                hamlets.values().stream().mapToLong(CalibrationTest::leading).sum();
        assertThat(hamlets).hasSizeBetween(2_000, 3_500);
        assertThat(leading / Longlin.HOUSEHOLDS.size()).isGreaterThan(0.8);
    }

    private static long leading(List<Household> hamlet) {
        return hamlet.stream()
                .collect(Collectors.groupingBy(
                        household -> household.members().getFirst().ethnicity(), Collectors.counting()))
                .values()
                .stream()
                .mapToLong(count -> count)
                .max()
                .orElseThrow();
    }

    @Test
    void poorHousingGoesWithFewAppliancesAndLowScores() {
        double poor = meanScore(Longlin.poor(Longlin.HOUSEHOLDS));
        double all = meanScore(Longlin.HOUSEHOLDS);
        assertThat(poor).isLessThan(all - 15);
        List<Household> dangerous = holding("C01-01");
        assertThat(share(dangerous, "C02-01")).isGreaterThan(5 * share(holding("C01-07"), "C02-01"));
    }

    private static double meanScore(List<Household> households) {
        return households.stream()
                .mapToInt(household -> household.assessment().answers().score())
                .average()
                .orElseThrow();
    }

    private static List<Household> holding(String item) {
        return Longlin.HOUSEHOLDS.stream()
                .filter(household -> holds(household, item))
                .toList();
    }

    private static double share(List<Household> households, String item) {
        return (double) households.stream()
                        .filter(household -> holds(household, item))
                        .count()
                / households.size();
    }

    private static boolean holds(Household household, String item) {
        return household.assessment().answers().in(item.substring(0, 3)).contains(item);
    }

    @Test
    void aRegisterDrawnByScoreMakesSomeErrorsButNotMany() {
        List<Household> ranked = new ArrayList<>(Longlin.HOUSEHOLDS);
        ranked.removeIf(household -> hidden(household.truth().oddity()));
        ranked.sort(Comparator.comparingInt(
                household -> household.assessment().answers().score()));
        int persons = 0;
        int wrong = 0;
        for (Household household : ranked) {
            persons += household.members().size();
            if (persons > 79_553) {
                break;
            }
            wrong += household.truth().trulyPoor() ? 0 : household.members().size();
        }
        assertThat(wrong / 79_553.0).isBetween(0.04, 0.14);
    }

    private static boolean hidden(@org.jspecify.annotations.Nullable Oddity oddity) {
        return oddity == Oddity.HIDDEN_VEHICLE
                || oddity == Oddity.HIDDEN_SHOP
                || oddity == Oddity.PAYROLL_MEMBER
                || oddity == Oddity.SECOND_HOUSE;
    }
}
