package org.jingzhun.pairing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jingzhun.chassis.http.ProblemException;
import org.jingzhun.pairing.helper.Rank;
import org.jingzhun.pairing.helper.UnitLevel;
import org.jingzhun.pairing.planning.Term;
import org.junit.jupiter.api.Test;

class PolicyTest {

    private static final LocalDate DAY = LocalDate.of(2016, 1, 1);

    private final Policies policies = new Policies();

    @Test
    void theQuotasByRankAreEightSevenSixFiveFour() {
        PolicyVersion quotas = policies.rankQuotas.on(DAY);
        assertThat(Arrays.stream(Rank.values()).map(quotas::get)).containsExactly(8, 7, 6, 5, 4);
    }

    @Test
    void everyTermHasAWeightAndEveryLevelALimit() {
        assertThat(policies.weights.on(DAY).values()).containsOnlyKeys(names(Term.values()));
        assertThat(policies.villagesPerUnit.on(DAY).values()).containsOnlyKeys(names(UnitLevel.values()));
        assertThat(policies.visits.on(DAY).values()).containsOnlyKeys(names(VisitRule.values()));
    }

    @Test
    void everyNumberNamesItsSource() {
        assertThat(policies.list())
                .flatExtracting(Policy::versions)
                .flatExtracting(version -> version.values().values())
                .allSatisfy(value -> assertThat(value.source()).isNotBlank());
    }

    @Test
    void aVersionHoldsUntilTheNextBegins() {
        PolicyVersion first = version("first", LocalDate.of(2015, 1, 1));
        PolicyVersion second = version("second", LocalDate.of(2016, 7, 1));
        Policy policy = Policy.of("rank-quotas", List.of(second, first));
        assertThat(policy.on(LocalDate.of(2016, 6, 30))).isEqualTo(first);
        assertThat(policy.on(LocalDate.of(2016, 7, 1))).isEqualTo(second);
        assertThatThrownBy(() -> policy.on(LocalDate.of(2014, 12, 31)))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.problem().code()).isEqualTo("no-policy-yet");
                    assertThat(refusal.problem().args()).containsExactly("rank-quotas", "2014-12-31", "2015-01-01");
                });
    }

    @Test
    void twoVersionsThatBeginOnTheSameDayAreRefused() {
        List<PolicyVersion> both = List.of(version("first", DAY), version("second", DAY));
        assertThatThrownBy(() -> Policy.of("rank-quotas", both))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("second");
    }

    private static PolicyVersion version(String name, LocalDate validFrom) {
        return new PolicyVersion("rank-quotas", name, validFrom, Map.of());
    }

    private static String[] names(Enum<?>[] keys) {
        return Arrays.stream(keys).map(Enum::name).toArray(String[]::new);
    }
}
