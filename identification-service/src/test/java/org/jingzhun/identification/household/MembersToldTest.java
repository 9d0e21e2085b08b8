package org.jingzhun.identification.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.Client;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.People;
import org.jingzhun.identification.testing.Registered;
import org.jingzhun.identification.testing.Topic;
import org.junit.jupiter.api.Test;

/** What the service of the helpers is told of the members of households on the register. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class MembersToldTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int FIRST_PERSON = 21_100;

    @Inject
    Database database;

    @Test
    void membersOfRegisteredHouseholdsAreToldByAsLittleAsAHelperNeedsAndAgainWhenTheyChangeOnly() {
        PlatformResource.connectOutbox();
        County county = Registered.register(
                new County("450488", FIRST_PERSON, 1).household("甲", 1, 3, 46).household("乙", 1, 2, 57), 1, 3);
        UUID household = county.household("甲");
        String first = told(household, 1).getFirst();
        JsonPath event = JsonPath.from(first);
        assertThat(event.getString("villageCode")).isEqualTo(county.village(1));
        assertThat(event.getList("members.relation")).containsExactly("HEAD", "SON", "SON");
        assertThat(event.getString("members[0].name")).isEqualTo("人" + FIRST_PERSON);
        assertThat(event.getInt("members[0].birthYear"))
                .isEqualTo(People.birthDate(FIRST_PERSON).getYear());
        assertThat(first)
                .doesNotContain(
                        People.number(FIRST_PERSON),
                        "CHRONIC",
                        "LIMB",
                        "13800001234",
                        birthDay(),
                        "FEMALE",
                        "idNumber");

        UUID member = UUID.fromString(event.getString("members[1].memberId"));
        String row = People.member(member, household, "SON", FIRST_PERSON + 1)
                .replace("\"education\":\"PRIMARY\"", "\"education\":\"JUNIOR\"");
        imported(row);
        assertThat(JsonPath.from(told(household, 2).getLast()).getList("members.education"))
                .containsExactly("PRIMARY", "JUNIOR", "PRIMARY");
        imported(row);
        imported(row.replace("JUNIOR", "SENIOR"));
        List<String> all = told(household, 3);
        assertThat(all.stream().map(each -> JsonPath.from(each).getInt("revision")))
                .containsExactly(1, 2, 3);
        assertThat(Topic.all("identification.member", county.household("乙").toString(), ""))
                .isEmpty();
    }

    @Test
    void householdsThatWereRegisteredBeforeAreToldOnceAndJustAsOthersAre() {
        PlatformResource.connectOutbox();
        County county = Registered.register(
                new County("450489", FIRST_PERSON + 50, 1)
                        .household("甲", 1, 3, 46)
                        .household("乙", 1, 2, 57),
                1,
                3);
        UUID household = county.household("甲");
        String first = told(household, 1).getFirst();

        assertThat(toldForTheFirstTime()).isZero();
        within("delete from members_told where household_id = ? returning 1", household);
        assertThat(toldForTheFirstTime()).isOne();
        assertThat(toldForTheFirstTime()).isZero();
        String again = told(household, 2).getLast();
        assertThat(JsonPath.from(again).getMap(""))
                .isEqualTo(JsonPath.from(first).getMap(""));
        assertThat(Topic.all("identification.member", county.household("乙").toString(), ""))
                .isEmpty();
    }

    private long toldForTheFirstTime() {
        return within("select tell_members_never_told()");
    }

    private long within(String sql, Object... values) {
        Caller caller = new Caller("t", "t", Set.of(), Area.ofPrefix("450489"), null);
        return CallerScope.call(caller, () -> QuarkusTransaction.requiringNew()
                .call(() -> database.find(sql, row -> row.getLong(1), values).orElseThrow()));
    }

    private static String birthDay() {
        return People.birthDate(FIRST_PERSON).toString();
    }

    private static void imported(String row) {
        assertThat(Client.imported("county-officer", "450488", "members", List.of(row))
                        .getInt("rejected"))
                .isZero();
    }

    private static List<String> told(UUID household, int times) {
        return await().atMost(SOON)
                .until(
                        () -> Topic.all("identification.member", household.toString(), "household-members-recorded"),
                        all -> all.size() >= times);
    }
}
