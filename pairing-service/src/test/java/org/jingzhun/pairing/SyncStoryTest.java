package org.jingzhun.pairing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.Tokens;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.testing.County;
import org.jingzhun.pairing.testing.Rounds;
import org.jingzhun.pairing.testing.Rows;
import org.junit.jupiter.api.Test;

/** A phone that had no signal for a week. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class SyncStoryTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final County COUNTY = new County("450330");

    @Inject
    Rows rows;

    @Test
    void aWeekOfflineComesInOneCallAndALostAnswerMayBeSentForAgain() {
        Rounds rounds = Rounds.of(COUNTY, rows, 3);
        List<String> week = new ArrayList<>();
        for (int day = 6; day >= 0; day--) {
            UUID household = rounds.households().get(day % 3);
            week.add(rounds.change(UUID.randomUUID(), household, Rounds.today().minusDays(day), "看望", """
                    ,"risks":["ILLNESS"],"incomes":[{"item":"A50-1","amount":"100.50"}],
                    "needs":[{"kind":"MEDICAL","text":"长期用药"}]"""));
        }
        JsonPath first = rounds.sync(week)
                .statusCode(200)
                .body("results.outcome", everyItem(equalTo("RECORDED")))
                .body("complete", equalTo(true))
                .body("households", hasSize(3))
                .body("households.known.householder", everyItem(equalTo("李大山")))
                .body("households.known.labourers", everyItem(equalTo(2)))
                .body("households.needs.flatten().text", everyItem(equalTo("长期用药")))
                .extract()
                .jsonPath();
        JsonPath again = rounds.sync(week).statusCode(200).extract().jsonPath();
        assertThat(again.<Map<String, Object>>getList("results")).isEqualTo(first.getList("results"));
        assertThat(rows.texts("select count(*) from visit where helper_id = ?", rounds.helper()))
                .containsExactly("7");
        assertThat(rows.texts(
                        "select count(*) from audit where action = 'visit-recorded' and subject in"
                                + " (select subject from audit where action = 'synced' and object_id = ?)",
                        rounds.helper().toString()))
                .containsExactly("7");
        theNextCallBringsOnlyWhatIsNew(rounds, first.getString("token"));
    }

    private void theNextCallBringsOnlyWhatIsNew(Rounds rounds, String token) {
        String[] since = {token};
        await().atMost(SOON).until(() -> {
            JsonPath idle = rounds.sync("{\"since\":\"" + since[0] + "\"}")
                    .statusCode(200)
                    .body("complete", equalTo(false))
                    .extract()
                    .jsonPath();
            since[0] = idle.getString("token");
            return idle.getList("households").isEmpty();
        });
        UUID changed = rounds.households().get(1);
        rows.texts("update observed_household set persons = 5, revision = 2 where id = ? returning id", changed);
        rounds.sync("{\"since\":\"" + since[0] + "\"}")
                .body("households.householdId", contains(changed.toString()))
                .body("households[0].known.persons", equalTo(5));
        rounds.sync("{\"since\":\"1.1\"}")
                .statusCode(200)
                .body("complete", equalTo(true))
                .body("households", hasSize(3));
    }

    @Test
    void aSecondVisitInAMonthIsRecordedWithANoteThatNamesTheFirst() {
        Rounds rounds = Rounds.of(COUNTY, rows, 1);
        UUID household = rounds.households().getFirst();
        LocalDate month = Rounds.today().minusMonths(2).withDayOfMonth(3);
        UUID first = UUID.randomUUID();
        List<String> changes = List.of(
                rounds.change(first, household, month, "看望"),
                rounds.change(UUID.randomUUID(), household, month.plusDays(4), "再访"),
                rounds.change(UUID.randomUUID(), household, month.plusMonths(1), "下月"));
        JsonPath answer = rounds.sync(changes)
                .statusCode(200)
                .body("results.outcome", everyItem(equalTo("RECORDED")))
                .body("results.notes.flatten().code", contains("visited-this-month"))
                .body("results[1].notes[0].visitId", equalTo(first.toString()))
                .body("results[1].notes[0].detail", containsString(month.toString()))
                .extract()
                .jsonPath();
        rounds.sync(List.of(changes.get(1), changes.get(1)))
                .statusCode(200)
                .body("results.outcome", everyItem(equalTo("RECORDED")))
                .body("results.notes.flatten().code", contains("visited-this-month", "visited-this-month"));
        assertThat(rounds.sync(changes).extract().jsonPath().<Map<String, Object>>getList("results"))
                .isEqualTo(answer.getList("results"));
        UUID third = UUID.randomUUID();
        rounds.asHelper()
                .header("Accept-Language", "zh-CN")
                .body(rounds.visit(household, month.plusDays(9), "又访", ""))
                .put("/v1/visits/" + third)
                .then()
                .statusCode(201)
                .body("notes.code", contains("visited-this-month"))
                .body("notes[0].visitedOn", equalTo(month.plusDays(4).toString()))
                .body("notes[0].detail", containsString("本月已于 " + month.plusDays(4)));
        rounds.asHelper().get("/v1/visits/" + third).then().statusCode(200).body("notes", nullValue());
        rounds.asHelper()
                .body(rounds.visit(household, month.plusDays(5), "更正", ",\"corrects\":\"" + first + "\""))
                .put("/v1/visits/" + UUID.randomUUID())
                .then()
                .statusCode(201)
                .body("notes[0].visitedOn", equalTo(month.plusDays(4).toString()));
    }

    @Test
    void conflictsAreNamedAndNothingIsOverwritten() {
        Rounds rounds = Rounds.of(COUNTY, rows, 2);
        UUID household = rounds.households().getFirst();
        UUID id = UUID.randomUUID();
        LocalDate day = Rounds.today().minusDays(3);
        rounds.sync(List.of(rounds.change(id, household, day, "第一部手机"))).statusCode(200);
        UUID correction = UUID.randomUUID();
        String corrects = ",\"corrects\":\"" + id + "\"";
        rounds.sync(List.of(
                        rounds.change(UUID.randomUUID(), household, day, "第二部手机"),
                        rounds.change(id, household, day, "改了"),
                        rounds.change(correction, household, day, "更正", corrects),
                        rounds.change(UUID.randomUUID(), household, day, "又更正", corrects),
                        rounds.change(UUID.randomUUID(), household, day.plusDays(1), "本月再访")))
                .statusCode(200)
                .body("results.outcome", contains("CONFLICT", "CONFLICT", "RECORDED", "CONFLICT", "RECORDED"))
                .body(
                        "results.code",
                        contains(
                                equalTo("visit-of-day-recorded"),
                                equalTo("visit-id-taken"),
                                nullValue(),
                                equalTo("visit-corrected-before"),
                                nullValue()))
                .body("results[0].existing", equalTo(id.toString()))
                .body("results[3].existing", equalTo(correction.toString()));
        rounds.asHelper()
                .get("/v1/visits/" + id)
                .then()
                .body("content", equalTo("第一部手机"))
                .body("correctedBy", equalTo(correction.toString()));
        rounds.asHelper().get("/v1/visits/" + correction).then().body("corrects", equalTo(id.toString()));
    }

    @Test
    void ofDevicesThatSendTheSameDayAtOnceOneIsRecordedAndTheOthersNameIt() throws Exception {
        Rounds rounds = Rounds.of(COUNTY, rows, 1);
        UUID household = rounds.households().getFirst();
        List<Callable<String>> devices = new ArrayList<>();
        for (int device = 0; device < 8; device++) {
            String change = rounds.change(UUID.randomUUID(), household, Rounds.today(), "手机 " + device);
            devices.add(
                    () -> rounds.sync(List.of(change)).statusCode(200).extract().path("results[0].outcome"));
        }
        List<String> outcomes = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(devices.size())) {
            for (Future<String> outcome : threads.invokeAll(devices)) {
                outcomes.add(outcome.get());
            }
        }
        assertThat(outcomes).containsOnlyOnce("RECORDED").containsOnly("RECORDED", "CONFLICT");
        assertThat(rows.texts("select count(*) from visit where household_id = ?", household))
                .containsExactly("1");
    }

    @Test
    void aHouseholdThatWasTransferredMeanwhileIsNamedAndLeavesThePhone() {
        Rounds rounds = Rounds.of(COUNTY, rows, 2);
        String token = rounds.sync("{}").extract().path("token");
        UUID household = rounds.households().getFirst();
        LocalDate until = Rounds.today().minusDays(2);
        String pairing = rows.texts(
                        "update pairing set state = 'CLOSED', ended_by = 'TRANSFER', until = ? where household_id = ?"
                                + " returning id",
                        until,
                        household)
                .getFirst();
        rounds.sync("""
                {"since":"%s","changes":[%s,%s]}""".formatted(
                                token,
                                rounds.change(UUID.randomUUID(), household, until, "移交前"),
                                rounds.change(UUID.randomUUID(), household, until.plusDays(1), "移交后")))
                .statusCode(200)
                .body("results.outcome", contains("RECORDED", "CONFLICT"))
                .body("results[1].code", equalTo("household-transferred"))
                .body("results[1].existing", equalTo(pairing))
                .body("gone.householdId", contains(household.toString()))
                .body("gone[0].endedBy", equalTo("TRANSFER"));
        rounds.sync("{}")
                .body("complete", equalTo(true))
                .body(
                        "households.householdId",
                        contains(rounds.households().get(1).toString()));
    }

    @Test
    void aBadChangeIsRefusedByItself() {
        Rounds rounds = Rounds.of(COUNTY, rows, 1);
        Rounds others = Rounds.of(COUNTY, rows, 1);
        UUID household = rounds.households().getFirst();
        LocalDate today = Rounds.today();
        rounds.sync(List.of(
                        rounds.change(UUID.randomUUID(), others.households().getFirst(), today, "别人的户"),
                        rounds.change(UUID.randomUUID(), household, today.plusDays(1), "明天"),
                        rounds.change(UUID.randomUUID(), household, today.minusDays(300), "结对之前"),
                        others.change(UUID.randomUUID(), household, today, "替别人"),
                        rounds.change(UUID.randomUUID(), household, today, "看望", """
                                ,"incomes":[{"item":"NOTHING","amount":"1.00"}]"""),
                        rounds.change(UUID.randomUUID(), household, today, "看望", """
                                ,"confirmation":{"by":"WITNESS"}"""),
                        rounds.change(UUID.randomUUID(), household, today, "看望", """
                                ,"corrects":"%s\"""".formatted(UUID.randomUUID())),
                        rounds.change(UUID.randomUUID(), household, today, "看望")))
                .statusCode(200)
                .body("results.outcome.count { it == 'REFUSED' }", equalTo(7))
                .body(
                        "results.code",
                        contains(
                                equalTo("not-your-household"),
                                equalTo("visit-in-future"),
                                equalTo("not-your-household"),
                                equalTo("not-your-visit"),
                                equalTo("unknown-income-item"),
                                equalTo("incomplete-confirmation"),
                                equalTo("unknown-visit"),
                                nullValue()));
        assertThat(rows.texts("select count(*) from visit where household_id = ?", household))
                .containsExactly("1");
        String bad = rounds.change(UUID.randomUUID(), household, today.minusDays(1), "");
        String good = rounds.change(UUID.randomUUID(), household, today.minusDays(1), "好");
        given().auth()
                .oauth2(Tokens.ofHelper(COUNTY.code(), rounds.helper().toString()))
                .contentType("application/json")
                .body("{\"changes\":[" + bad + "," + good + "]}")
                .post("/v1/sync")
                .then()
                .statusCode(200)
                .body("results.outcome", contains("REFUSED", "RECORDED"))
                .body("results[0].errors[0].pointer", equalTo("/visit/content"));
    }

    @Test
    void aWrongClockIsToldAndTheDayIsJudgedByTheServers() {
        Rounds rounds = Rounds.of(COUNTY, rows, 1);
        UUID household = rounds.households().getFirst();
        Duration ahead = Duration.ofDays(400);
        Instant phone = Instant.now().plus(ahead);
        LocalDate said = LocalDate.ofInstant(phone, Clocks.SHANGHAI);
        UUID id = UUID.randomUUID();
        String change = """
                {"id":"%s","kind":"VISIT","writtenAt":"%s","visit":%s}""".formatted(id, phone, rounds.visit(household, said, "看望", ""));
        rounds.sync(List.of(change))
                .body("clockWrong", equalTo(false))
                .body("results[0].code", equalTo("visit-in-future"));
        rounds.sync("{\"phoneTime\":\"%s\",\"changes\":[%s]}".formatted(phone, change))
                .statusCode(200)
                .body("clockWrong", equalTo(true))
                .body("results[0].outcome", equalTo("RECORDED"))
                .body("results[0].visitedOn", equalTo(said.minusDays(400).toString()));
        rounds.asHelper()
                .get("/v1/visits/" + id)
                .then()
                .statusCode(200)
                .body("saidOn", equalTo(said.toString()))
                .body("visitedOn", equalTo(said.minusDays(400).toString()))
                .body("writtenAt", containsString(phone.toString().substring(0, 16)));
        String late = change.replace(id.toString(), UUID.randomUUID().toString());
        rounds.sync("{\"phoneTime\":\"%s\",\"changes\":[%s]}".formatted(phone.minus(ahead.plusDays(400)), late))
                .body("results[0].code", equalTo("visit-in-future"));
    }

    @Test
    void tenThousandChangesAreTooManyAndNoneIsTaken() {
        Rounds rounds = Rounds.of(COUNTY, rows, 1);
        UUID household = rounds.households().getFirst();
        List<String> changes = new ArrayList<>();
        for (int each = 0; each < 10_000; each++) {
            changes.add(rounds.change(UUID.randomUUID(), household, Rounds.today(), "看望"));
        }
        given().auth()
                .oauth2(Tokens.ofHelper(COUNTY.code(), rounds.helper().toString()))
                .contentType("application/json")
                .header("Accept-Language", "zh-CN")
                .body("{\"changes\":[" + String.join(",", changes) + "]}")
                .post("/v1/sync")
                .then()
                .statusCode(422)
                .body("code", equalTo("too-many-changes"))
                .body("detail", containsString("分次上传"));
        rounds.asHelper().get("/v1/visits?household=" + household).then().body("items", empty());
    }
}
