package org.jingzhun.identification.special.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jingzhun.identification.household.identity.Disability;
import org.jingzhun.identification.special.derivation.Entitlement.Requirement;
import org.jingzhun.identification.special.facts.Parameter;
import org.jingzhun.identification.special.facts.Parameter.Rule;
import org.jingzhun.identification.special.facts.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntitlementTest {

    private static Parameters rule(int registered, int ofMind) {
        return new Parameters(
                "T",
                Rule.DISABILITY_SUBSIDY,
                Map.of(
                        Parameter.NURSING_GRADE,
                        2,
                        Parameter.NURSING_GRADE_OF_MIND,
                        ofMind,
                        Parameter.LIVING_GRADE,
                        4,
                        Parameter.REGISTERED_IS_HARDSHIP,
                        registered));
    }

    @ParameterizedTest
    @CsvSource({
        "LIMB_2,   true,  false, false, 1, 2, true,  true",
        "LIMB_3,   true,  false, false, 1, 2, true,  false",
        "LIMB_3,   true,  false, false, 0, 2, false, false",
        "LIMB_3,   false, true,  false, 0, 2, true,  false",
        "LIMB_1,   false, false, false, 1, 2, false, true",
        "LIMB_1,   true,  true,  true,  1, 2, false, false",
        "MENTAL_3, false, false, false, 1, 3, false, true",
        "SIGHT_3,  false, false, false, 1, 3, false, false"
    })
    void livingIsForHardshipAndNursingForHeavyGrades(
            String disability,
            boolean registered,
            boolean allowance,
            boolean destitute,
            int registeredCounts,
            int ofMind,
            boolean living,
            boolean nursing) {
        List<Entitlement> both = Entitlement.of(
                Disability.parse(disability),
                new Hardship(registered, allowance, destitute),
                rule(registeredCounts, ofMind));
        assertThat(both).extracting(Entitlement::entitled).containsExactly(living, nursing);
    }

    @Test
    void theAnswerNamesWhatIsNotMetAndTheRule() {
        Entitlement nursing = Entitlement.of(Disability.parse("LIMB_3"), Hardship.NONE, rule(1, 2))
                .getLast();
        assertThat(nursing.rule()).isEqualTo("T");
        assertThat(nursing.conditions())
                .filteredOn(condition -> !condition.met())
                .singleElement()
                .satisfies(condition -> {
                    assertThat(condition.requirement()).isEqualTo(Requirement.GRADE);
                    assertThat(condition.value()).isEqualTo(3);
                    assertThat(condition.limit()).isEqualTo(2);
                });
    }
}
