package org.jingzhun.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jingzhun.sample.AssetRecord.Source;
import org.junit.jupiter.api.Test;

/** What is planted in Longlin can be found in the records of other departments, and nowhere else is the truth told. */
class OdditiesTest {

    private static final LocalDate TIME_POINT = LocalDate.of(2015, 10, 16);
    private static final Map<Oddity, Source> HIDDEN = Map.of(
            Oddity.HIDDEN_VEHICLE, Source.VEHICLE,
            Oddity.HIDDEN_SHOP, Source.COMPANY,
            Oddity.PAYROLL_MEMBER, Source.PAYROLL,
            Oddity.SECOND_HOUSE, Source.HOUSING);
    private static final Map<String, List<AssetRecord>> RECORDS = Longlin.VILLAGES.stream()
            .flatMap(village -> village.records().stream())
            .collect(Collectors.groupingBy(AssetRecord::idNumber));

    @Test
    void everyKindIsPlantedInSomeHouseholdsButFew() {
        Map<Oddity, Long> planted = Longlin.HOUSEHOLDS.stream()
                .filter(household -> household.truth().oddity() != null)
                .collect(Collectors.groupingBy(
                        household -> Objects.requireNonNull(household.truth().oddity()), Collectors.counting()));
        assertThat(planted.keySet()).containsExactlyInAnyOrder(Oddity.values());
        assertThat(planted.values()).allMatch(count -> count >= 50 && count <= 1_500);
    }

    @Test
    void hiddenPropertyIsOnRecordBeforeTheTimePointAndItsOwnersAreNotPoor() {
        HIDDEN.forEach(
                (oddity, source) -> assertThat(having(oddity)).isNotEmpty().allSatisfy(household -> {
                    assertThat(household.truth().trulyPoor()).isFalse();
                    assertThat(records(household)).anySatisfy(record -> {
                        assertThat(record.source()).isEqualTo(source);
                        assertThat(record.effectiveOn()).isBefore(TIME_POINT);
                        if (source == Source.VEHICLE) {
                            assertThat(record.valueYuan()).isGreaterThanOrEqualTo(30_000);
                        }
                    });
                }));
    }

    @Test
    void laterAssetsCameAfterTheTimePointAndTheirOwnersArePoor() {
        assertThat(having(Oddity.LATER_ASSET)).allSatisfy(household -> {
            assertThat(household.truth().trulyPoor()).isTrue();
            assertThat(records(household)).isNotEmpty().allMatch(record -> record.effectiveOn()
                    .isAfter(TIME_POINT));
        });
    }

    @Test
    void missedHouseholdsArePoorAndLookFine() {
        List<Household> missed = having(Oddity.MISSED_POOR);
        assertThat(missed).allMatch(household -> household.truth().trulyPoor());
        double score = missed.stream()
                .mapToInt(household -> household.assessment().answers().score())
                .average()
                .orElseThrow();
        assertThat(score).isGreaterThan(60);
    }

    @Test
    void splitFamiliesAreLinkedToTheRichHalfNextDoor() {
        Map<java.util.UUID, Household> byId = new HashMap<>();
        Longlin.HOUSEHOLDS.forEach(household -> byId.put(household.id(), household));
        assertThat(having(Oddity.SPLIT_FAMILY)).allSatisfy(household -> {
            Household rest = byId.get(household.truth().linked());
            assertThat(rest).isNotNull();
            assertThat(rest.hamlet()).isEqualTo(household.hamlet());
            assertThat(household.truth().trulyPoor()).isFalse();
            assertThat(household.members()).allMatch(member -> member.age() > 38);
        });
    }

    @Test
    void mostRecordsAreOfPeopleWithoutAnOddityAndManyOfNobodyHere() {
        Set<String> residents = Longlin.HOUSEHOLDS.stream()
                .flatMap(household -> household.members().stream())
                .map(Member::idNumber)
                .collect(Collectors.toSet());
        long all = RECORDS.values().stream().mapToInt(List::size).sum();
        long outside = RECORDS.entrySet().stream()
                .filter(entry -> !residents.contains(entry.getKey()))
                .mapToInt(entry -> entry.getValue().size())
                .sum();
        long planted = HIDDEN.keySet().stream()
                .mapToInt(oddity -> having(oddity).size())
                .sum();
        assertThat(all).isGreaterThan(8 * planted);
        assertThat((double) outside / all).isBetween(0.1, 0.5);
    }

    private static List<Household> having(Oddity oddity) {
        return Longlin.HOUSEHOLDS.stream()
                .filter(household -> household.truth().oddity() == oddity)
                .toList();
    }

    private static List<AssetRecord> records(Household household) {
        return household.members().stream()
                .flatMap(member -> RECORDS.getOrDefault(member.idNumber(), List.of()).stream())
                .toList();
    }
}
