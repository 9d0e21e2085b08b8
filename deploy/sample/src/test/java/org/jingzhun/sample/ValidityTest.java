package org.jingzhun.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jingzhun.sample.Member.Education;
import org.jingzhun.sample.Member.Health;
import org.jingzhun.sample.Member.Relation;
import org.jingzhun.sample.Member.Schooling;
import org.jingzhun.sample.Member.Work;
import org.junit.jupiter.api.Test;

/** Every row of Longlin holds what the services demand, and people are such as can live. */
class ValidityTest {

    private static final LocalDate TIME_POINT = LocalDate.of(2015, 10, 16);

    @Test
    void everyIdNumberHasTheBirthDateTheNeverIssuedSequenceAndAValidCheckDigit() {
        for (Household household : Longlin.HOUSEHOLDS) {
            for (Member member : household.members()) {
                String id = member.idNumber();
                assertThat(id).as("id number of %s", member).matches("45\\d{12}000[0-9X]");
                assertThat(id.substring(6, 14))
                        .isEqualTo(member.birthDate().toString().replace("-", ""));
                assertThat(remainder(id)).as("remainder of %s by 11", id).isEqualTo(1);
            }
        }
    }

    /** ISO 7064, MOD 11-2: the weighted sum of all eighteen characters leaves 1. */
    private static int remainder(String id) {
        int sum = 0;
        for (int i = 0; i < 18; i++) {
            int value = id.charAt(i) == 'X' ? 10 : id.charAt(i) - '0';
            sum += value * (int) (Math.pow(2, 17 - i) % 11);
        }
        return sum % 11;
    }

    @Test
    void noTwoPersonsShareAnIdNumberAndNoTwoThingsAnId() {
        Set<String> numbers = new HashSet<>();
        Set<UUID> ids = new HashSet<>();
        int things = 0;
        for (Household household : Longlin.HOUSEHOLDS) {
            ids.add(household.id());
            ids.add(household.assessment().id());
            things += 2 + household.members().size();
            household.members().forEach(member -> {
                ids.add(member.id());
                numbers.add(member.idNumber());
            });
        }
        assertThat(numbers).hasSize(335_671);
        assertThat(ids).hasSize(things).allMatch(id -> id.version() == 7 && id.variant() == 2);
    }

    @Test
    void mostBirthDatesOfTheYearOccur() {
        long days = Longlin.VILLAGES.get(20).households().stream()
                .flatMap(household -> household.members().stream())
                .map(member -> member.birthDate().getDayOfYear())
                .distinct()
                .count();
        assertThat(days).isGreaterThan(300);
    }

    @Test
    void theHouseholderComesFirstAndGivesTheHouseholdItsName() {
        assertThat(Longlin.HOUSEHOLDS).allSatisfy(household -> {
            Member head = household.members().getFirst();
            assertThat(head.relation()).isEqualTo(Relation.HEAD);
            assertThat(head.age()).isGreaterThanOrEqualTo(18);
            assertThat(household.householder()).isEqualTo(head.name());
            assertThat(household.assessment().signedBy()).isEqualTo(head.name());
            assertThat(count(household, Relation.HEAD)).isEqualTo(1);
            assertThat(count(household, Relation.SPOUSE)).isLessThanOrEqualTo(1);
            assertThat(count(household, Relation.FATHER)).isLessThanOrEqualTo(1);
            assertThat(count(household, Relation.MOTHER)).isLessThanOrEqualTo(1);
        });
    }

    private static long count(Household household, Relation relation) {
        return household.members().stream()
                .filter(member -> member.relation() == relation)
                .count();
    }

    @Test
    void sexesAndAgesAgreeWithTheRelations() {
        for (Household household : Longlin.HOUSEHOLDS) {
            Member head = household.members().getFirst();
            for (Member member : household.members()) {
                int older = head.age() - member.age();
                switch (member.relation()) {
                    case HEAD -> assertThat(older).isZero();
                    case SPOUSE -> {
                        assertThat(member.sex()).isNotEqualTo(head.sex());
                        assertThat(Math.abs(older)).isLessThan(25);
                    }
                    case SON -> is(member, Sex.MALE, older >= 17);
                    case DAUGHTER -> is(member, Sex.FEMALE, older >= 17);
                    case DAUGHTER_IN_LAW -> is(member, Sex.FEMALE, member.age() >= 18);
                    case GRANDSON -> is(member, Sex.MALE, older >= 36);
                    case GRANDDAUGHTER -> is(member, Sex.FEMALE, older >= 36);
                    case FATHER -> is(member, Sex.MALE, older <= -18);
                    case MOTHER -> is(member, Sex.FEMALE, older <= -18);
                    case SON_IN_LAW, MATERNAL_GRANDSON, MATERNAL_GRANDDAUGHTER, OTHER ->
                        assertThat(member)
                                .as("a relation that families do not draw")
                                .isNull();
                }
            }
        }
    }

    private static void is(Member member, Sex sex, boolean ageFits) {
        assertThat(member.sex()).as("sex of %s", member).isEqualTo(sex);
        assertThat(ageFits).as("age of %s", member).isTrue();
    }

    @Test
    void agesFollowFromTheBirthDates() {
        assertThat(Longlin.HOUSEHOLDS.stream().flatMap(household -> household.members().stream()))
                .allMatch(member -> ChronoUnit.YEARS.between(member.birthDate(), TIME_POINT) == member.age()
                        && member.age() >= 0
                        && member.age() < 105);
    }

    @Test
    void schoolWorkAndHealthDoNotContradictEachOther() {
        assertThat(Longlin.HOUSEHOLDS.stream().flatMap(household -> household.members().stream()))
                .allSatisfy(member -> {
                    assertThat(member.disability() != null).isEqualTo(member.health() == Health.DISABLED);
                    assertThat(member.monthsWorked() > 0).isEqualTo(member.work() != Work.NONE);
                    assertThat(member.monthsWorked()).isBetween(0, 12);
                    if (member.schooling() != Schooling.NONE) {
                        assertThat(member.age()).isBetween(3, 22);
                        assertThat(member.labourer()).isFalse();
                    }
                    if (member.age() < 6) {
                        assertThat(member.education()).isEqualTo(Education.PRESCHOOL);
                    }
                    if (member.age() < 16 || !member.labourer()) {
                        assertThat(member.work()).isEqualTo(Work.NONE);
                    }
                });
    }

    @Test
    void answersChooseOneOrAddUpWithTheZeroItemAlone() {
        List<Scorecard.Category> categories = Scorecard.standard().categories();
        assertThat(categories).hasSize(18);
        assertThat(Scorecard.standard().items()).hasSize(98);
        for (Household household : Longlin.HOUSEHOLDS) {
            Answers answers = household.assessment().answers();
            for (Scorecard.Category category : categories) {
                List<String> items = answers.in(category.code());
                assertThat(items)
                        .as("%s of %s", category.code(), household.id())
                        .isNotEmpty();
                if (category.addUp()) {
                    assertThat(items.size() == 1 || !items.contains(category.code() + "-01"))
                            .as("zero item of %s among %s", category.code(), items)
                            .isTrue();
                } else {
                    assertThat(items).hasSize(1);
                }
            }
        }
    }

    @Test
    void answersAboutPeopleFollowFromTheMembers() {
        for (Household household : Longlin.HOUSEHOLDS) {
            Answers answers = household.assessment().answers();
            List<Member> members = household.members();
            long labourers = members.stream().filter(Member::labourer).count();
            long higher = members.stream().filter(m -> m.schooling().higher()).count();
            boolean gravelyIll = members.stream().anyMatch(m -> m.health() == Health.MAJOR_ILLNESS);
            assertThat(answers.in("C12").contains("C12-01")).isEqualTo(labourers == 0);
            assertThat(answers.in("C12").contains("C12-06")).isEqualTo(labourers * 10 > members.size() * 8L);
            assertThat(answers.in("C11").contains("C11-01")).isEqualTo(higher >= 2);
            assertThat(answers.in("C11").contains("C11-06"))
                    .isEqualTo(members.stream().allMatch(m -> m.schooling() == Schooling.NONE));
            assertThat(answers.in("C10").contains("C10-01")).isEqualTo(gravelyIll);
            assertThat(answers.in("C13").contains("C13-01"))
                    .isEqualTo(members.stream().allMatch(m -> m.monthsWorked() == 0));
            if (answers.in("C18").contains("C18-05")) {
                assertThat(members).anyMatch(Member::pensioned);
            }
            if (answers.in("C06").contains("C06-01")) {
                assertThat(answers.in("C02")).containsExactly("C02-01");
            }
        }
    }

    @Test
    void visitsTakePlaceByTwoAssessorsWithinTheCampaign() {
        assertThat(Longlin.HOUSEHOLDS).allSatisfy(household -> {
            Assessment assessment = household.assessment();
            assertThat(assessment.assessors()).hasSize(2);
            assertThat(assessment.visitedOn()).isBetween(TIME_POINT, LocalDate.of(2015, 12, 15));
            assertThat(assessment.otherCauses())
                    .hasSizeLessThanOrEqualTo(2)
                    .doesNotContain(assessment.mainCause())
                    .doesNotHaveDuplicates();
        });
    }
}
