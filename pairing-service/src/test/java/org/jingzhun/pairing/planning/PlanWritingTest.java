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
class PlanWritingTest {

    private static final int HOUSEHOLDS = 3;

    @Inject
    Planning planning;

    @Inject
    PlanWriting writing;

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

    @Test
    void whatIsWrittenOfAPlanIsSeenByNobodyBeforeItIsProven_andGoneWhenItIsDiscardedBefore() {
        County county = settled("451085");
        String plan = orderedAndHeld(county, "1 hour");
        assertThat(oneMore(plan, Long.parseLong(county.village(1)), "451085")).isEqualTo(1);
        for (String list : List.of("pairs", "unpaired")) {
            assertThat(county.auditor()
                            .get("/v1/pairing-plans/" + plan + "/" + list)
                            .jsonPath()
                            .getList("items"))
                    .isEmpty();
        }
        county.step(county.head(), plan, "DISCARD").statusCode(200);
        hasRows(plan, 0);
        kill(plan, "attempts = 1");
        assertThat(county.computed(plan)).isEqualTo(plan);
        hasRows(plan, 0);
    }

    @Test
    void whatAnotherComputationLeftIsGone_andWhatItStillWritesComesToNothing() {
        County county = settled("451086");
        String plan = orderedAndHeld(county, "1 hour");
        PlanWriting.Turn left = began(county, plan);
        assertThat(oneMore(plan, Long.parseLong(county.village(1)), "451086")).isEqualTo(1);
        kill(plan, "attempts = 1");
        assertThat(county.computed(plan)).isEqualTo(plan);
        isCompleteAndNotDoubled(county, plan);
        CallerScope.run(planner(county), () -> QuarkusTransaction.requiringNew().run(() -> writing.undo(left)));
        isCompleteAndNotDoubled(county, plan);
    }

    private PlanWriting.Turn began(County county, String plan) {
        return CallerScope.call(planner(county), () -> QuarkusTransaction.requiringNew()
                .call(() -> writing.begin(UUID.fromString(plan))));
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
        return orderedAndHeld(county, "1 second");
    }

    private String orderedAndHeld(County county, String time) {
        return CallerScope.call(
                planner(county), () -> QuarkusTransaction.requiringNew().call(() -> {
                    UUID plan = planning.order(county.code(), null, true, null, null);
                    update(plan.toString(), time, "attempts = 1");
                    return plan.toString();
                }));
    }

    private static Caller planner(County county) {
        return new Caller(
                "planner@" + county.code(), "planner", Set.of("county-officer"), Area.ofPrefix(county.code()), null);
    }

    private void kill(String plan, String setting) {
        CallerScope.run(Caller.system("test"), () -> QuarkusTransaction.requiringNew()
                .run(() -> update(plan, "1 second", setting)));
    }

    private void update(String plan, String time, String setting) {
        String sql = "update job set state = 'RUNNING', lease = uuidv7(),"
                + " leased_until = clock_timestamp() + interval '" + time + "', " + setting + " where id = ?::uuid";
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
        hasRows(plan, HOUSEHOLDS);
        assertThat(rows.texts("select step from procedure_signature where subject = ?::uuid order by position", plan))
                .containsExactly("PLAN", "PROPOSE");
        assertThat(county.auditor()
                        .get("/v1/pairing-plans/" + plan + "/proof")
                        .jsonPath()
                        .getBoolean("proven"))
                .isTrue();
    }

    private void hasRows(String plan, int households) {
        assertThat(rows.texts("select count(*) from plan_household where plan_id = ?::uuid", plan))
                .containsExactly(String.valueOf(households));
    }
}
