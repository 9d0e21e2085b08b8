package org.jingzhun.funding.disbursement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jingzhun.funding.testing.Soon.soon;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.testing.Neighbour;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class EligibilityTest {

    private static final long VILLAGE = 450727900201L;
    private static final LocalDate PERIOD = LocalDate.of(2017, 6, 1);

    @Inject
    Database database;

    private static <T> T asService(Callable<T> work) {
        return CallerScope.call(
                Caller.system("test"), () -> QuarkusTransaction.requiringNew().call(work));
    }

    /** Status of the household, day of its exit, how the person left, since when not monitored; then the rule. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            POOR,     ,           ,          ,           ENDS,      false, ''
            RETURNED, ,           ,          ,           ENDS,      false, ''
            EXITED,   2016-12-01, ,          ,           ENDS,      false, HOUSEHOLD_EXITED
            EXITED,   2016-12-01, ,          ,           CONTINUES, false, ''
            EXITED,   2016-07-01, ,          ,           MONTHS,    false, ''
            EXITED,   2016-06-02, ,          ,           MONTHS,    false, ''
            EXITED,   2016-06-01, ,          ,           MONTHS,    false, HOUSEHOLD_EXITED
            EXITED,   ,           ,          ,           MONTHS,    false, HOUSEHOLD_EXITED
            EXITED,   2010-01-01, ,          OPEN,       ENDS,      true,  ''
            EXITED,   2010-01-01, ,          OPEN,       ENDS,      false, HOUSEHOLD_EXITED
            EXITED,   2010-01-01, ,          2017-05-31, ENDS,      true,  HOUSEHOLD_EXITED
            EXITED,   2010-01-01, ,          2017-06-01, ENDS,      true,  ''
            REMOVED,  ,           ,          ,           CONTINUES, false, HOUSEHOLD_REMOVED
            ,         ,           ,          ,           CONTINUES, true,  HOUSEHOLD_UNKNOWN
            ,         ,           ,          OPEN,       ENDS,      true,  ''
            POOR,     ,           DEATH,     ,           CONTINUES, true,  PERSON_DEAD
            REMOVED,  ,           DEATH,     ,           CONTINUES, true,  PERSON_DEAD
            POOR,     ,           MOVED_OUT, ,           CONTINUES, true,  PERSON_LEFT
            """)
    void whoMayReceive(
            @Nullable String status,
            @Nullable LocalDate exitedOn,
            @Nullable String left,
            @Nullable String monitored,
            String afterExit,
            boolean forMonitored,
            String refusal) {
        var household = UUID.randomUUID();
        var person = UUID.randomUUID();
        String judged = asService(() -> {
            if (status != null) {
                database.execute("insert into observed_household values (?, ?, 3, ?, 1)", household, VILLAGE, status);
            }
            if (exitedOn != null) {
                database.execute("insert into observed_exit values (?, ?, ?, 1)", household, VILLAGE, exitedOn);
            }
            if (left != null) {
                database.execute(
                        "insert into observed_departure values (?, ?, ?, ?, date '2017-01-01', 1)",
                        person,
                        household,
                        VILLAGE,
                        left);
            }
            if (monitored != null) {
                database.execute(
                        "insert into observed_monitoring values (?, ?, ?, 3, 'EDGE', date '2016-01-01', ?::date, 1)",
                        UUID.randomUUID(),
                        household,
                        VILLAGE,
                        monitored.equals("OPEN") ? null : LocalDate.parse(monitored));
            }
            return judge(household, person, afterExit, forMonitored);
        });
        assertThat(judged).isEqualTo(refusal);
    }

    private String judge(UUID household, UUID person, String afterExit, boolean forMonitored) {
        return database.find(
                        "select coalesce(" + Eligibility.refusal("q") + ", '') as refusal"
                                + " from (select ?::uuid as household_id, ?::uuid as person_id, ?::date as period_from) q"
                                + " cross join (select ?::boolean as monitored, ?::text as after_exit, 12 as after_exit_months) r "
                                + Eligibility.joins("q"),
                        row -> row.getString("refusal"),
                        household,
                        person,
                        PERIOD,
                        forMonitored,
                        afterExit)
                .orElseThrow();
    }

    @Test
    void theNeighboursExamplesOfDepartureAndExitAreUnderstoodAlsoWithAFieldTheyDoNotHaveYet() throws Exception {
        for (boolean extended : List.of(false, true)) {
            var household = UUID.randomUUID();
            var person = UUID.randomUUID();
            var left = example("person-left", extended).put("personId", person.toString());
            left.put("householdId", household.toString());
            var exited = example("household-exited", extended).put("householdId", household.toString());
            Neighbour.tell(
                    "identification.register",
                    List.of(
                            new Neighbour.Told(
                                    person.toString(), "org.jingzhun.identification.person-left", left.toString()),
                            new Neighbour.Told(
                                    household.toString(),
                                    "org.jingzhun.identification.household-exited",
                                    exited.toString())));
            soon().until(() -> asService(() -> database.find("""
                            select d.reason || ' ' || d.left_on || ' ' || x.exited_on as known
                            from observed_departure d join observed_exit x on x.household_id = d.household_id
                            where d.person_id = ?""", row -> row.getString("known"), person))
                    .orElse("")
                    .equals("DEATH 2016-03-02 2017-12-20"));
        }
    }

    private static ObjectNode example(String event, boolean extended) throws Exception {
        var file = Path.of("../identification-service/contract/events/" + event + ".example.json");
        var example = (ObjectNode) new ObjectMapper().readTree(Files.readString(file));
        return extended ? example.put("somethingNew", "x") : example;
    }
}
