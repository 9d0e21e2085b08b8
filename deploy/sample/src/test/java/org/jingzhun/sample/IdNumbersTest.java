package org.jingzhun.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Why no two of the twenty million persons of the region can have one id number. */
class IdNumbersTest {

    private static final LocalDate TIME_POINT = LocalDate.of(2015, 10, 16);
    private static final List<String> COUNTIES = Divisions.standard().counties();

    @Test
    void noTwoCountiesShareAnAreaCodeAndNoneUsesThoseOfOutsiders() {
        Set<String> used = new HashSet<>();
        for (String county : COUNTIES) {
            AreaCodes codes = AreaCodes.of(county, Divisions.standard(), Parameters.standard());
            Set<String> own = new HashSet<>(codes.pool());
            own.add(codes.own());
            own.add(codes.former());
            assertThat(own)
                    .as(county)
                    .allMatch(Pattern.compile("(45|51)(?!99)\\d{4}").asMatchPredicate());
            assertThat(own).as("codes of %s not used before", county).allMatch(used::add);
        }
        for (String province : List.of("45", "51")) {
            AreaCodes outsiders = AreaCodes.outsiders(province, Divisions.standard());
            assertThat(outsiders.pool()).doesNotContainAnyElementsOf(used).doesNotContain(outsiders.own());
        }
    }

    @Test
    void realCountiesAppearInThePoolOnlyAsThemselves() {
        Set<String> pools = new HashSet<>();
        for (String county : COUNTIES) {
            pools.addAll(AreaCodes.of(county, Divisions.standard(), Parameters.standard())
                    .pool());
        }
        assertThat(pools).doesNotContainAnyElementsOf(COUNTIES).doesNotContain("452631");
    }

    @Property(tries = 50)
    void villagesOfACountyNeverMeet(
            @ForAll @IntRange(min = 0, max = 115) int county,
            @ForAll @IntRange(max = 1_000) int one,
            @ForAll @IntRange(max = 1_000) int other,
            @ForAll @IntRange(max = 99) int age) {
        AreaCodes codes = AreaCodes.of(COUNTIES.get(county), Divisions.standard(), Parameters.standard());
        int first = one % codes.villages();
        int second = other % codes.villages();
        Set<String> numbers = new HashSet<>();
        IdNumbers a = new IdNumbers(codes, first, TIME_POINT);
        IdNumbers b = new IdNumbers(codes, second, TIME_POINT);
        for (int i = 0; i < 60; i++) {
            assertThat(numbers.add(a.next(age).number())).isTrue();
            if (first != second) {
                assertThat(numbers.add(b.next(age).number())).isTrue();
            }
        }
    }

    @Test
    void aVillageWithTooManyOfOneAgeIsRefusedWithAdvice() {
        IdNumbers numbers =
                new IdNumbers(AreaCodes.of("451031", Divisions.standard(), Parameters.standard()), 0, TIME_POINT);
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 400; i++) {
                        assertThat(numbers.next(30)).isNotNull();
                    }
                })
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("lower village.size-spread");
    }
}
