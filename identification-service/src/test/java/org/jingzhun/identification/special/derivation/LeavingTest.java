package org.jingzhun.identification.special.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jingzhun.identification.household.Relation;
import org.jingzhun.identification.household.identity.Sex;
import org.jingzhun.identification.special.derivation.Leaving.Left;
import org.jingzhun.identification.special.facts.Bearer;
import org.jingzhun.identification.special.facts.LeftBehind.Kind;
import org.jingzhun.identification.special.facts.Parameter;
import org.jingzhun.identification.special.facts.Parameter.Rule;
import org.jingzhun.identification.special.facts.Parameters;
import org.junit.jupiter.api.Test;

class LeavingTest {

    private static final LocalDate TODAY = LocalDate.of(2018, 6, 1);
    private static final Parameters RULE = new Parameters(
            "T",
            Rule.LEFT_BEHIND,
            Map.of(
                    Parameter.CHILD_BELOW_AGE, 16,
                    Parameter.WOMAN_FROM_AGE, 20,
                    Parameter.WOMAN_BELOW_AGE, 60,
                    Parameter.ELDERLY_FROM_AGE, 60,
                    Parameter.MONTHS_AWAY, 6));

    private static Relative member(Relation relation, int age, Sex sex, int monthsAway) {
        return new Relative(
                UUID.randomUUID(), relation, new Bearer(TODAY.minusYears(age), sex), monthsAway, age >= 16 && age < 70);
    }

    private static List<Kind> kinds(Relative... household) {
        return Leaving.behind(List.of(household), RULE, TODAY).stream()
                .map(left -> left.facts().kind())
                .toList();
    }

    @Test
    void whoStaysWithOldPeopleWhenBothParentsAreAwayIsLeftBehindAndSoAreTheyWhenAllChildrenAre() {
        assertThat(kinds(
                        member(Relation.HEAD, 66, Sex.MALE, 0),
                        member(Relation.SPOUSE, 62, Sex.FEMALE, 0),
                        member(Relation.SON, 35, Sex.MALE, 10),
                        member(Relation.DAUGHTER_IN_LAW, 33, Sex.FEMALE, 6),
                        member(Relation.GRANDSON, 15, Sex.MALE, 0)))
                .containsExactly(Kind.ELDERLY, Kind.ELDERLY, Kind.CHILD);
    }

    @Test
    void aWifeIsLeftBehindAndHerChildIsNotSinceSheCares() {
        assertThat(kinds(
                        member(Relation.HEAD, 40, Sex.MALE, 9),
                        member(Relation.SPOUSE, 38, Sex.FEMALE, 0),
                        member(Relation.DAUGHTER, 10, Sex.FEMALE, 0)))
                .containsExactly(Kind.WOMAN);
    }

    @Test
    void fiveMonthsAreNotAwayAndSixteenYearsAreNoChild() {
        assertThat(kinds(member(Relation.HEAD, 40, Sex.MALE, 5), member(Relation.SPOUSE, 38, Sex.FEMALE, 0)))
                .isEmpty();
        assertThat(kinds(member(Relation.HEAD, 40, Sex.MALE, 12), member(Relation.SON, 16, Sex.MALE, 0)))
                .isEmpty();
        assertThat(kinds(member(Relation.HEAD, 40, Sex.MALE, 12), member(Relation.SON, 15, Sex.MALE, 0)))
                .containsExactly(Kind.CHILD);
    }

    @Test
    void aChildWithAParentWhoCannotCareIsLeftBehind() {
        Relative unable = new Relative(
                UUID.randomUUID(), Relation.SPOUSE, new Bearer(TODAY.minusYears(38), Sex.FEMALE), 0, false);
        List<Left> left = Leaving.behind(
                List.of(member(Relation.HEAD, 40, Sex.MALE, 9), unable, member(Relation.SON, 9, Sex.MALE, 0)),
                RULE,
                TODAY);
        assertThat(left).extracting(each -> each.facts().kind()).containsExactly(Kind.WOMAN, Kind.CHILD);
        assertThat(left.getLast().facts().away()).singleElement().satisfies(away -> assertThat(away.months())
                .isEqualTo(9));
        assertThat(left.getLast().facts().rule()).isEqualTo("T");
    }

    @Test
    void ofWhomNobodyIsRecordedNothingIsDerived() {
        assertThat(kinds(
                        member(Relation.HEAD, 70, Sex.MALE, 0),
                        member(Relation.GRANDSON, 8, Sex.MALE, 0),
                        member(Relation.OTHER, 30, Sex.MALE, 12)))
                .isEmpty();
    }

    /** The order of the members does not matter, nobody is left behind twice, and nobody who is away is. */
    @Property(tries = 200)
    void whoIsLeftBehindDependsOnNothingButTheHousehold(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int size) {
        Random random = new Random(seed);
        List<Relative> household = new ArrayList<>();
        Relation[] relations = Relation.values();
        for (int i = 0; i < size; i++) {
            household.add(member(
                    relations[random.nextInt(relations.length)],
                    random.nextInt(90),
                    random.nextBoolean() ? Sex.MALE : Sex.FEMALE,
                    random.nextInt(13)));
        }
        List<Left> first = Leaving.behind(household, RULE, TODAY);
        Collections.shuffle(household, random);
        assertThat(Leaving.behind(household, RULE, TODAY))
                .extracting(Left::memberId)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        first.stream().map(Left::memberId).toList());
        assertThat(household)
                .filteredOn(
                        each -> first.stream().anyMatch(left -> left.memberId().equals(each.id())))
                .allSatisfy(each -> assertThat(each.monthsAway()).isLessThan(6));
        assertThat(first).allSatisfy(left -> assertThat(left.facts().away())
                .isNotEmpty()
                .allSatisfy(away -> assertThat(away.months()).isGreaterThanOrEqualTo(6)));
    }
}
