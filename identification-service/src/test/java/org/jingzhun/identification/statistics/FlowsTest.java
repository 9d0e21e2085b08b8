package org.jingzhun.identification.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jingzhun.identification.testing.Client.as;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.Registered;
import org.jingzhun.identification.testing.TransitionSteps;
import org.junit.jupiter.api.Test;

/** What households do in a year, counted from the transitions that the procedures made. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class FlowsTest {

    @Inject
    AgroalDataSource database;

    private static int thisYear() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear();
    }

    private static JsonPath get(County county, String what, int year, String more) {
        return as("county-officer", county.code())
                .get("/v1/%s?division=%s&year=%d%s".formatted(what, county.code(), year, more))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static void isCounted(JsonPath answer, String what, int households, int persons) {
        assertThat(answer.getInt(what + ".households")).as(what).isEqualTo(households);
        assertThat(answer.getInt(what + ".persons")).as(what).isEqualTo(persons);
    }

    /** 甲 (3 persons) falls back, 乙 (2) is rolled back, 丙 (4) is removed, 丁 (5) stays out. */
    @Test
    void exitsReturnsRollBacksAndRemovalsAreCountedAsTheProceduresDecideThem() {
        County county = Registered.register(
                new County("451039", 15700, 1)
                        .household("甲", 1, 3, 46)
                        .household("乙", 1, 2, 46)
                        .household("丙", 1, 4, 49)
                        .household("丁", 1, 5, 49),
                1,
                20);
        Registered.withoutNoticeDays(county, 2017);
        Registered.withoutNoticeDays(county, 2018);
        Registered.exit(county, 2017, "甲", "乙", "丁");
        TransitionSteps.fallBack(county, "甲");
        TransitionSteps.rollBack(county, "乙");
        TransitionSteps.remove(county, "丙");

        JsonPath flows = get(county, "statistics/register", thisYear(), "&by=VILLAGE");
        assertThat(flows.getList("rows.division")).containsExactly(county.village(1));
        flows.setRootPath("rows[0]");
        isCounted(flows, "poorAtBeginning", 0, 0);
        isCounted(flows, "registered", 4, 14);
        isCounted(flows, "exited", 3, 10);
        isCounted(flows, "returned", 1, 3);
        isCounted(flows, "rolledBack", 1, 2);
        isCounted(flows, "removed", 1, 4);
        isCounted(flows, "inflow", 6, 19);
        isCounted(flows, "outflow", 4, 14);
        isCounted(flows, "poorAtEnd", 2, 5);
        isCounted(flows, "exitedAtEnd", 1, 5);
        isCounted(flows, "removedAtEnd", 1, 4);
        isCounted(flows, "netDecrease", 1, 5);
        isCounted(flows, "otherChange", 0, 0);

        JsonPath targeting = get(county, "statistics/targeting", thisYear(), "");
        assertThat(targeting.getString("rows[0].wrongExitPercent")).isEqualTo("20.0");
        assertThat(targeting.getString("rows[0].wrongInclusionPercent")).isEqualTo("44.44");
        JsonPath targets = get(county, "targets", thisYear(), "");
        targets.setRootPath("rows[0]");
        isCounted(targets, "exited", 3, 10);
        isCounted(targets, "returned", 1, 3);
        isCounted(targets, "net", 1, 5);
        assertThat(targets.getInt("exitedVillages")).isZero();
    }

    /** 甲 had 2 persons when it left in 2016 and has 3 today. */
    @Test
    void aYearIsCountedWithThePersonsThatHouseholdsHadThen() {
        County county = Registered.register(new County("451040", 15800, 1).household("甲", 1, 3, 46), 1, 10);
        run(county, """
                insert into register_persons (household_id, since, village_code, persons)
                select household_id, date '2015-12-01', village_code, 2 from register_entry
                where village_code = %s""".formatted(county.village(1)));
        run(county, """
                insert into register_transition (household_id, revision, village_code, kind, from_status, to_status,
                  "on", document_number, taken_by, taken_name, taken_at)
                select household_id, 2, village_code, 'EXITED', 'POOR', 'EXITED', date '2016-06-30', '文件', 't', 't', now()
                from register_entry where village_code = %s""".formatted(county.village(1)));

        JsonPath then = get(county, "statistics/register", 2016, "");
        isCounted(then, "rows[0].exited", 1, 2);
        isCounted(then, "rows[0].exitedAtEnd", 1, 2);
        JsonPath now = get(county, "statistics/register", thisYear(), "");
        isCounted(now, "rows[0].exitedAtEnd", 1, 3);
    }

    private void run(County county, String sql) {
        Caller caller = new Caller("t", "t", Set.of(), Area.ofPrefix(county.code()), null);
        int rows =
                CallerScope.call(caller, () -> QuarkusTransaction.requiringNew().call(() -> {
                    try (var connection = database.getConnection();
                            var statement = connection.createStatement()) {
                        return statement.executeUpdate(sql);
                    }
                }));
        assertThat(rows).isOne();
    }
}
