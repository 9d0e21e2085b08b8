package org.jingzhun.pairing.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.pairing.testing.County;
import org.jingzhun.pairing.testing.Rows;
import org.junit.jupiter.api.Test;

/** How a plan gets into the database: whole, once, and nowhere else than in its area, whatever dies meanwhile. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class TakeoverTest {

    private static final int HOUSEHOLDS = 3;

    @Inject
    Planning planning;

    @Inject
    AgroalDataSource database;

    @Inject
    Rows rows;

    @Test
    void aComputationThatDiedBeforeItsEndIsBegunAgainAndItsResultIsComplete() {
        County county = settled("451081");
        String plan = orderedAndHeldByADeadProcess(county);
        assertThat(county.computed(plan)).isEqualTo(plan);
        isCompleteAndNotDoubled(county, plan);
    }

    @Test
    void aComputationThatDiedBetweenItsResultAndItsEndLeavesNothingTwice() {
        County county = settled("451082");
        String plan = county.planOf(HOUSEHOLDS);
        kill(plan, "finished_at = null, result = null");
        assertThat(county.computed(plan)).isEqualTo(plan);
        isCompleteAndNotDoubled(county, plan);
    }

    @Test
    void nobodyWritesIntoAPlanOutsideItsArea() {
        County county = settled("451083");
        String plan = county.planOf(HOUSEHOLDS);
        long village =
                Long.parseLong(rows.texts("select village_code from plan_household where plan_id = ?::uuid", plan)
                        .getFirst());
        assertThat(oneMore(plan, village, "451083")).isEqualTo(1);
        assertThatThrownBy(() -> oneMore(plan, village, "451084")).hasMessageContaining("row-level security");
    }

    /** Writes a household of a village into a plan, on behalf of somebody of the area. */
    private int oneMore(String plan, long village, String area) {
        Caller writer = new Caller("planner@" + area, "planner", Set.of("county-officer"), Area.ofPrefix(area), null);
        return CallerScope.call(writer, () -> QuarkusTransaction.requiringNew().call(() -> {
            try (var connection = database.getConnection();
                    var statement = connection.prepareStatement("""
                            insert into plan_household (plan_id, household_id, village_code, hamlet, main_cause,
                                                        other_causes, poor, excluded)
                            values (?::uuid, uuidv7(), ?, '一屯', 'ILLNESS', '', true, '')
                            """)) {
                statement.setString(1, plan);
                statement.setLong(2, village);
                return statement.executeUpdate();
            }
        }));
    }

    private static County settled(String code) {
        County county = new County(code);
        county.hasVillages(1);
        county.registers(1, "ILLNESS", HOUSEHOLDS);
        UUID unit = UUID.randomUUID();
        county.unit(unit, "COUNTY").statusCode(200);
        county.helper(UUID.randomUUID(), unit, "ORDINARY", List.of()).statusCode(200);
        assertThat(county.planOf(HOUSEHOLDS)).isNotEmpty();
        return county;
    }

    /** Orders a plan such that no worker of this process sees it before it looks as if another one had it. */
    private String orderedAndHeldByADeadProcess(County county) {
        Caller planner = new Caller(
                "planner@" + county.code(), "planner", Set.of("county-officer"), Area.ofPrefix(county.code()), null);
        return CallerScope.call(planner, () -> QuarkusTransaction.requiringNew().call(() -> {
            UUID plan = planning.order(county.code(), null, true, null, null);
            update(plan.toString(), "attempts = 1");
            return plan.toString();
        }));
    }

    private void kill(String plan, String setting) {
        CallerScope.run(
                Caller.system("test"), () -> QuarkusTransaction.requiringNew().run(() -> update(plan, setting)));
    }

    private void update(String plan, String setting) {
        String sql = "update job set state = 'RUNNING', lease = uuidv7(),"
                + " leased_until = clock_timestamp() + interval '1 second', " + setting + " where id = ?::uuid";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, plan);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void isCompleteAndNotDoubled(County county, String plan) {
        assertThat(rows.texts("select attempts > 1 or lease is null from job where id = ?::uuid", plan))
                .containsExactly("t");
        assertThat(rows.texts("select count(*) from plan_household where plan_id = ?::uuid", plan))
                .containsExactly(String.valueOf(HOUSEHOLDS));
        assertThat(rows.texts("select step from procedure_signature where subject = ?::uuid order by position", plan))
                .containsExactly("PLAN", "PROPOSE");
        assertThat(county.auditor()
                        .get("/v1/pairing-plans/" + plan + "/proof")
                        .jsonPath()
                        .getBoolean("proven"))
                .isTrue();
    }
}
