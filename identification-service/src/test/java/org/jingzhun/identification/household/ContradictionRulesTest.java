package org.jingzhun.identification.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jingzhun.identification.datafile.DataFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of contradictions, at its boundaries. */
class ContradictionRulesTest {

    private static final ContradictionRules SHIPPED = ContradictionRules.of(Contradictions.shipped());
    private static final LocalDate TODAY = LocalDate.of(2015, 11, 30);

    @ParameterizedTest
    @CsvSource({
        "PRIMARY, 5, /schooling",
        "GRADE_9, 11, /schooling",
        "COLLEGE, 14, /schooling",
    })
    void aPupilIsOfAnAgeToBeOne(Schooling schooling, int least, String pointer) {
        assertThat(faults(TODAY.minusYears(least), schooling)).isEmpty();
        assertThat(faults(TODAY.minusYears(least).plusDays(1), schooling)).containsExactly(pointer + " too-young");
    }

    @Test
    void aWorkerASpouseAndAHeadAreOfAnAgeToBeThat() {
        assertThat(faults(TODAY.minusYears(8), Work.IN_COUNTY)).containsExactly("/work too-young");
        assertThat(faults(TODAY.minusYears(10), Relation.SPOUSE)).containsExactly("/relation too-young");
        assertThat(faults(TODAY.minusYears(5), Relation.HEAD)).containsExactly("/relation too-young");
        assertThat(faults(TODAY.minusYears(3), Schooling.PRIMARY, Labour.SKILLED))
                .containsExactly("/schooling too-young", "/labour too-young");
    }

    @Test
    void aStudentOf60AWorkerOf110AndWhoeverWasBorn1880AreTooOld() {
        assertThat(faults(TODAY.minusYears(60), Schooling.COLLEGE)).containsExactly("/schooling too-old");
        assertThat(faults(TODAY.minusYears(60), Schooling.NONE)).isEmpty();
        assertThat(faults(TODAY.minusYears(46), Schooling.PRIMARY)).containsExactly("/schooling too-old");
        assertThat(faults(TODAY.minusYears(46).plusDays(1), Schooling.PRIMARY)).isEmpty();
        assertThat(faults(TODAY.minusYears(110), Labour.ORDINARY)).containsExactly("/labour too-old");
        assertThat(faults(LocalDate.of(1880, 1, 1), Schooling.NONE)).containsExactly("/birthDate too-old");
        assertThat(faults(TODAY.minusYears(131).plusDays(1), Schooling.NONE)).isEmpty();
    }

    @Test
    void everyShippedRuleIsOfAValueThatThereIs() {
        assertThat(Contradictions.shipped().rules()).allMatch(ContradictionRule::hasKnownValue);
    }

    @Test
    void nobodyIsBornInTheFuture() {
        assertThat(faults(TODAY, Schooling.NONE)).isEmpty();
        assertThat(faults(TODAY.plusDays(1), Schooling.PRIMARY)).containsExactly("/birthDate birth-in-future");
    }

    @Test
    void aParentIsNotYoungerThanTheHeadAndAGrandchildTwoGenerationsYounger() {
        LocalDate head = LocalDate.of(1970, 6, 1);
        assertThat(generation(Relation.FATHER).fits(head, head)).isTrue();
        assertThat(generation(Relation.FATHER).fits(head.plusDays(1), head)).isFalse();
        assertThat(generation(Relation.SON).fits(head.minusDays(1), head)).isFalse();
        assertThat(generation(Relation.GRANDSON).fits(head.plusYears(15), head)).isTrue();
        assertThat(generation(Relation.GRANDSON).fits(head.plusYears(15).minusDays(1), head))
                .isFalse();
        assertThat(SHIPPED.generations()).doesNotContainKey(Relation.WIFES_FATHER);
    }

    @Test
    void whoDoesNotWorkHasNoMonthsAndWhoIsDisabledHasACertificate() {
        List<String> found = new ArrayList<>();
        ContradictionRules.checkTraits(Work.NONE, 3, Health.DISABLED, false, (at, code) -> found.add(at + " " + code));
        ContradictionRules.checkTraits(Work.NONE, 0, Health.DISABLED, true, (at, code) -> found.add("none"));
        ContradictionRules.checkTraits(Work.OTHER, 0, Health.HEALTHY, true, (at, code) -> found.add("none"));
        assertThat(found).containsExactly("/monthsWorked months-without-work", "/disability disability-missing");
    }

    @Test
    void everyRuleHasAMarkAndASource() {
        assertThat(DataFile.rows("contradictions/members.csv")).allSatisfy(row -> {
            assertThat(row.getField("mark")).isIn("PUBLIC", "ASSUMPTION", "UNVERIFIED");
            assertThat(row.getField("source")).isNotBlank();
        });
    }

    private static ContradictionRules.Generation generation(Relation relation) {
        return Objects.requireNonNull(SHIPPED.generations().get(relation));
    }

    private static List<String> faults(LocalDate born, Enum<?>... values) {
        List<String> found = new ArrayList<>();
        SHIPPED.check(born, TODAY, List.of(values), (at, code) -> found.add(at + " " + code));
        return found;
    }
}
