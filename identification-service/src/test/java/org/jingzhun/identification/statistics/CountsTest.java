package org.jingzhun.identification.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.jingzhun.identification.testing.Client.as;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.division.Level;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.Registered;
import org.jingzhun.standalone.platform.PlatformAddresses;
import org.junit.jupiter.api.Test;

/** What the database counts while the register changes is what the history of the register says. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class CountsTest {

    private static final List<String> CHANGES = List.of(
            """
            insert into register_transition (household_id, revision, village_code, kind, from_status, to_status, "on",
              document_number, taken_by, taken_name, taken_at)
            select household_id, 1 + (select max(revision) from register_transition t where t.household_id = e.household_id),
              village_code, (array['EXITED', 'RETURNED', 'ROLLED_BACK', 'REMOVED'])[{a}], status,
              (array['EXITED', 'RETURNED', 'POOR', 'REMOVED'])[{a}], date '2015-06-01' + {day}, '文件', 't', 't', now()
            from register_entry e where {which}""",
            """
            insert into register_persons (household_id, since, village_code, persons)
            select household_id, date '2015-06-01' + {day}, village_code, {a} from register_entry e where {which}
            on conflict (household_id, since) do update set persons = excluded.persons""",
            "update register_entry e set persons = {a}, labourers = 0 where {which}",
            "update register_entry e set main_cause = 'DISASTER', other_causes = '{}' where {which}",
            "update register_entry e set ethnicity = '0{a}' where {which}",
            """
            update member set ethnicity = '1{a}' where household_id in (select household_id from register_entry e where {which})
              and relation <> 'HEAD' and random() < 0.5""",
            "update household e set village_code = {village} where e.id in ({households}) and random() < 0.3");

    /** As they would be counted from nothing else than the history. */
    private static final String HISTORY = """
            with latest as (
              select distinct on (t.household_id) t.household_id, e.village_code, e.persons, e.main_cause, e.ethnicity,
                     t.to_status
              from register_transition t join register_entry e on e.household_id = t.household_id
              where t."on" <= {day} and e.village_code between {from} and {to}
              order by t.household_id, t.revision desc),
            sizes as (
              select distinct on (p.household_id) p.household_id, p.persons from register_persons p
              where p.since <= {day} order by p.household_id, p.since desc),
            standing as (
              select l.*, coalesce(z.persons, l.persons) as then_persons
              from latest l left join sizes z on z.household_id = l.household_id),
            flow as (
              select e.village_code, t.kind, coalesce(p.persons, e.persons) as persons
              from register_transition t join register_entry e on e.household_id = t.household_id
              left join lateral (select persons from register_persons s
                where s.household_id = t.household_id and s.since <= t."on" order by s.since desc limit 1) p on true
              where t."on" between date_trunc('year', {day}) and {day} and e.village_code between {from} and {to})
            select concat_ws(' ', 'STATUS', village_code, to_status, count(*), sum(then_persons)) from standing
            group by village_code, to_status
            union all
            select concat_ws(' ', 'CAUSE', village_code, main_cause, count(*), sum(then_persons)) from standing
            where to_status in ('POOR', 'RETURNED') group by village_code, main_cause
            union all
            select concat_ws(' ', 'MEMBERS', s.village_code, m.ethnicity, 0, count(*))
            from standing s join member m on m.household_id = s.household_id
            where to_status in ('POOR', 'RETURNED') group by s.village_code, m.ethnicity
            union all
            select concat_ws(' ', 'FLOW', village_code, kind, count(*), sum(persons)) from flow
            group by village_code, kind""";

    @Inject
    AgroalDataSource database;

    @Inject
    Counting counting;

    @Inject
    CountFolding folding;

    @Inject
    Recounting recounting;

    private static County registered(String code, int firstPerson) {
        County county = new County(code, firstPerson, 2);
        List<String> names = List.of("甲", "乙", "丙", "丁", "戊", "己");
        for (int number = 0; number < names.size(); number++) {
            county.household(names.get(number), 1 + number % 2, 1 + number % 4, 46);
        }
        return Registered.register(county, 2, 40);
    }

    @Test
    void whateverHappensToHouseholdsIsCountedAsTheHistorySaysIt() throws SQLException {
        County county = registered("450441", 7100);
        agrees(county);
        Random random = new Random(20151231);
        for (int change = 0; change < 60; change++) {
            String sql = CHANGES.get(random.nextInt(CHANGES.size()))
                    .replace("{which}", random.nextInt(4) == 0 ? "true" : "e.household_id in ({households})")
                    .replace(
                            "{households}",
                            "select household_id from register_entry order by household_id limit "
                                    + (1 + random.nextInt(3)))
                    .replace("{a}", Integer.toString(1 + random.nextInt(4)))
                    .replace("{day}", Integer.toString(random.nextInt(4500)))
                    .replace("{village}", county.village(1 + random.nextInt(2)));
            int unused = within(county, () -> execute(sql));
            if (change % 10 == 9) {
                long folded = folding.fold();
                assertThat(folded).isPositive();
                agrees(county);
            }
        }
        assertThat(within(county, () -> recounting.faults(Area.ofPrefix(county.code()), 10)))
                .isEmpty();
    }

    @Test
    void twoOfficersOfAVillageNeitherWaitForEachOtherNorLoseACount() throws Exception {
        County county = registered("450442", 7200);
        CountDownLatch bothWrote = new CountDownLatch(2);
        CountDownLatch folded = new CountDownLatch(1);
        String exit = CHANGES.getFirst().replace("{a}", "1").replace("{day}", "900");
        try (var officers = Executors.newVirtualThreadPerTaskExecutor()) {
            var written = List.of("甲", "丙").stream()
                    .map(name -> officers.submit(() -> within(county, () -> {
                        int rows = execute(
                                exit.replace("{which}", "e.household_id = '%s'".formatted(county.household(name))));
                        bothWrote.countDown();
                        assertThat(bothWrote.await(20, TimeUnit.SECONDS))
                                .as("both wrote before any committed")
                                .isTrue();
                        assertThat(folded.await(20, TimeUnit.SECONDS)).isTrue();
                        return rows;
                    })))
                    .toList();
            assertThat(bothWrote.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(folding.fold()).isPositive();
            folded.countDown();
            for (var rows : written) {
                assertThat(rows.get()).isOne();
            }
        }
        Question question = new Question(Area.ofPrefix(county.code()), 2018, Level.VILLAGE, LocalDate.of(2018, 12, 31));
        Counting.Table stock = within(county, () -> counting.stock(question, LocalDate.of(2099, 1, 1)));
        assertThat(stock.at(Long.parseLong(county.village(1)), "EXITED")).isEqualTo(new Headcount(2, 4));
        assertThat(within(county, () -> recounting.faults(Area.ofPrefix(county.code()), 10)))
                .isEmpty();
    }

    @Test
    void countsThatWereSpoiledAreFoundAndMadeAnew() throws SQLException {
        County county = registered("450443", 7300);
        PlatformAddresses.Database own = PlatformResource.platform().addresses().database("identification");
        try (Connection owner = DriverManager.getConnection(own.jdbcUrl(), own.ownerUser(), own.ownerPassword());
                var spoil = owner.createStatement()) {
            assertThat(spoil.executeUpdate("update register_count set households = households + 1"
                            + " where dimension = 'CAUSE' and village_code = " + county.village(1)))
                    .isPositive();
        }
        as("county-officer", county.code())
                .body("{\"division\":\"%s\"}".formatted(county.code()))
                .post("/v1/statistics/recounts")
                .then()
                .statusCode(403);
        recount(county, false)
                .body("repaired", equalTo(false))
                .body("faults", hasSize(1))
                .body("faults[0].dimension", equalTo("CAUSE"))
                .body("faults[0].villageCode", equalTo(county.village(1)))
                .body("faults[0].counted.households", not(equalTo(0)));
        recount(county, true).body("repaired", equalTo(true)).body("faults", hasSize(1));
        recount(county, true).body("repaired", equalTo(false)).body("faults", hasSize(0));
        agrees(county);
    }

    private static io.restassured.response.ValidatableResponse recount(County county, boolean repair) {
        return as("admin", "45")
                .body("{\"division\":\"%s\",\"repair\":%s}".formatted(county.code(), repair))
                .post("/v1/statistics/recounts")
                .then()
                .statusCode(200);
    }

    private void agrees(County county) throws SQLException {
        Area area = Area.ofPrefix(county.code());
        for (int year = 2014; year <= 2028; year++) {
            LocalDate day = LocalDate.of(year, 12, 31);
            Question question = new Question(area, year, Level.VILLAGE, day);
            Set<String> counted = within(county, () -> {
                Set<String> rows = new TreeSet<>();
                add(rows, "STATUS", counting.stock(question, day));
                add(rows, "CAUSE", counting.causes(question));
                add(rows, "FLOW", counting.flows(question));
                Counting.Table groups = counting.ethnicGroups(question);
                for (long place : groups.places()) {
                    groups.at(place).forEach((group, count) -> {
                        if (count.persons() > 0) {
                            rows.add("MEMBERS %d %s 0 %d".formatted(place, group, count.persons()));
                        }
                    });
                }
                return rows;
            });
            assertThat(counted).as("at the end of %d", year).isEqualTo(within(county, () -> history(area, day)));
        }
    }

    private static void add(Set<String> rows, String dimension, Counting.Table table) {
        for (long place : table.places()) {
            table.at(place)
                    .forEach((code, count) -> rows.add(
                            "%s %d %s %d %d".formatted(dimension, place, code, count.households(), count.persons())));
        }
    }

    private Set<String> history(Area area, LocalDate day) throws SQLException {
        Set<String> rows = new TreeSet<>();
        try (var connection = database.getConnection();
                var select = connection.createStatement();
                var row = select.executeQuery(HISTORY.replace("{day}", "date '" + day + "'")
                        .replace("{from}", Long.toString(area.from()))
                        .replace("{to}", Long.toString(area.to())))) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }

    private int execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private static <T> T within(County county, Callable<T> work) {
        Caller caller = new Caller("t", "t", Set.of(), Area.ofPrefix(county.code()), null);
        return CallerScope.call(caller, () -> QuarkusTransaction.requiringNew().call(work));
    }
}
