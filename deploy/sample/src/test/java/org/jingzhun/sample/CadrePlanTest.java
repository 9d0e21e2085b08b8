package org.jingzhun.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jingzhun.sample.Cadre.Rank;
import org.junit.jupiter.api.Test;

/** The units and helpers of Longlin. */
class CadrePlanTest {

    private static final List<Unit> UNITS = Longlin.SAMPLE.units(Longlin.COUNTY);
    private static final List<Cadre> HELPERS = Longlin.SAMPLE.helpers(Longlin.COUNTY);

    @Test
    void everyPoorVillageHasAUnitAndNoOtherVillageHas() {
        Set<String> linked = UNITS.stream()
                .filter(unit -> unit.villageCode() != null)
                .map(unit -> Objects.requireNonNull(unit.villageCode()))
                .collect(Collectors.toSet());
        Set<String> poor = Longlin.VILLAGES.stream()
                .filter(Village::poorVillage)
                .map(village -> village.division().code())
                .collect(Collectors.toSet());
        assertThat(linked).isEqualTo(poor);
    }

    @Test
    void theHelpersCanTakeAllHouseholdsOfTheRegisterAndSomeMore() {
        Map<String, Unit.Level> levels =
                UNITS.stream().collect(Collectors.toMap(unit -> unit.id().toString(), Unit::level));
        int quota = HELPERS.stream()
                .mapToInt(helper -> helper.rank()
                        .quota(Objects.requireNonNull(levels.get(helper.unitId().toString()))))
                .sum();
        int households = Longlin.poor(Longlin.HOUSEHOLDS).size();
        assertThat(quota).isBetween((int) (households * 1.1), (int) (households * 1.6));
        assertThat(quota).isGreaterThan(20_000);
    }

    @Test
    void theLowerTheRankTheMoreCadres() {
        Map<Rank, Long> ranks = HELPERS.stream().collect(Collectors.groupingBy(Cadre::rank, Collectors.counting()));
        Rank[] order = Rank.values();
        for (int i = 1; i < order.length; i++) {
            assertThat(ranks.get(order[i])).isGreaterThan(ranks.get(order[i - 1]));
        }
    }

    @Test
    void skillsComeFromTheTradeOfTheUnit() {
        Map<String, Unit> units =
                UNITS.stream().collect(Collectors.toMap(unit -> unit.id().toString(), unit -> unit));
        assertThat(HELPERS)
                .filteredOn(helper -> Objects.requireNonNull(
                                units.get(helper.unitId().toString()))
                        .name()
                        .endsWith("教育局"))
                .isNotEmpty()
                .filteredOn(helper -> helper.skills().contains(Cause.SCHOOLING))
                .isNotEmpty();
        assertThat(HELPERS).anyMatch(helper -> helper.homeVillage() != null);
    }
}
