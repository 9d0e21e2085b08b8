package org.jingzhun.pairing.policy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jingzhun.chassis.http.ProblemException;
import org.jingzhun.pairing.helper.Rank;
import org.jingzhun.pairing.helper.RankQuota;
import org.jingzhun.pairing.helper.UnitLevel;
import org.jingzhun.pairing.planning.Term;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PolicyTest {

    private static final LocalDate DAY = LocalDate.of(2016, 1, 1);

    private final Policies policies = new Policies(PolicyTest::shipped);

    private static List<PolicyRow> shipped(PolicyTable table) {
        try (var file = new InputStreamReader(
                        requireNonNull(PolicyTest.class.getResourceAsStream(table.file())), StandardCharsets.UTF_8);
                var rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream().map(table::read).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void everyTableThatShipsIsWhole() {
        for (PolicyTable table : new PolicyTables().tables()) {
            List<PolicyRow> rows = shipped(table);
            assertThatCode(() -> table.requireWhole(rows)).as(table.table()).doesNotThrowAnyException();
            assertThat(rows.stream().map(table::keyOf)).as(table.table()).doesNotHaveDuplicates();
        }
    }

    @Test
    void aVersionWithTooFewOrStrangeKeysOrOfTwoDaysIsRefused() {
        PolicyTable table = PolicyTables.get("duty");
        assertThatThrownBy(() -> table.requireWhole(with(table, "LEAVE_A_YEAR", "LEAVE_A_DAY", DAY.plusYears(9))))
                .hasMessageContaining("LEAVE_A_DAY");
        assertThatThrownBy(() -> table.requireWhole(with(table, "LEAVE_A_YEAR", null, DAY.plusYears(9))))
                .hasMessageContaining("LEAVE_A_YEAR");
        assertThatThrownBy(() -> table.requireWhole(with(table, "LEAVE_A_YEAR", "LEAVE_A_YEAR", DAY.plusYears(8))))
                .hasMessageContaining("one day");
        assertThatCode(() -> table.requireWhole(with(table, "LEAVE_A_YEAR", "LEAVE_A_YEAR", DAY.plusYears(9))))
                .doesNotThrowAnyException();
    }

    /** The rows that ship and a second version with the same, in which one key is another or none, or begins elsewhen. */
    private static List<PolicyRow> with(PolicyTable table, String key, @Nullable String instead, LocalDate begins) {
        List<PolicyRow> rows = new ArrayList<>(shipped(table));
        for (PolicyRow row : shipped(table)) {
            String other = row.key().equals(key) ? instead : row.key();
            LocalDate day = row.key().equals(key) ? begins : DAY.plusYears(9);
            if (other != null) {
                rows.add(new PolicyRow("NEW", other, row.value(), day, "Words"));
            }
        }
        return rows;
    }

    @Test
    void theQuotasByRankAreEightSevenSixFiveFour() {
        PolicyVersion quotas = policies.rankQuotas.on(DAY);
        assertThat(Arrays.stream(Rank.values()).map(quotas::get)).containsExactly(8, 7, 6, 5, 4);
        assertThat(quotasOf(UnitLevel.COUNTY, false)).containsExactly(8, 7, 6, 5, 4);
        assertThat(quotasOf(UnitLevel.TOWNSHIP, false)).containsExactly(8, 7, 6, 5, 4);
        assertThat(quotasOf(UnitLevel.CITY, false)).containsExactly(5, 4, 3, 2, 1);
        assertThat(quotasOf(UnitLevel.PROVINCE, false)).containsExactly(5, 4, 3, 2, 1);
        assertThat(quotasOf(UnitLevel.CENTRAL, false)).containsExactly(5, 4, 3, 2, 1);
        assertThat(quotasOf(UnitLevel.CITY, true)).containsExactly(8, 7, 6, 5, 4);
    }

    private List<Integer> quotasOf(UnitLevel level, boolean firstSecretary) {
        PolicyVersion quotas = policies.rankQuotas.on(DAY);
        return Arrays.stream(Rank.values())
                .map(rank -> RankQuota.of(quotas, rank, level, firstSecretary))
                .toList();
    }

    @Test
    void aVersionFromBeforeThereWereLevelsHasOneQuotaForTheRank() {
        PolicyVersion before = new PolicyVersion(
                "rank-quotas", "OLD", DAY, Map.of("SECTION_HEAD", new PolicyVersion.Value(6, "Document 7")));
        assertThat(RankQuota.of(before, Rank.SECTION_HEAD, UnitLevel.CITY, false))
                .isEqualTo(6);
    }

    /** The table of quotas names its keys itself: what reads them and what checks them must agree. */
    @Test
    void everyLevelFromTheCityOnHasItsRowsAndNoOtherKeyIsTaken() {
        PolicyTable table = PolicyTables.get("rank-quotas");
        List<String> keys = Stream.of(UnitLevel.CITY, UnitLevel.PROVINCE, UnitLevel.CENTRAL)
                .flatMap(level -> Arrays.stream(Rank.values()).map(rank -> RankQuota.key(level, rank)))
                .toList();
        assertThat(policies.rankQuotas.on(DAY).values())
                .containsKeys(keys.toArray(String[]::new))
                .hasSize(20);
        assertThatThrownBy(() -> table.requireWhole(with(table, "CITY_ORDINARY", "COUNTY_ORDINARY", DAY.plusYears(9))))
                .hasMessageContaining("COUNTY_ORDINARY");
        assertThatThrownBy(() -> table.requireWhole(with(table, "ORDINARY", null, DAY.plusYears(9))))
                .hasMessageContaining("ORDINARY");
        assertThatCode(() -> table.requireWhole(with(table, "CITY_ORDINARY", null, DAY.plusYears(9))))
                .doesNotThrowAnyException();
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
