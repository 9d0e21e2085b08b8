package org.jingzhun.chassis.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.parcel.Database;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.Tokens;
import org.jingzhun.chassis.thing.Things;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.TOPICS, value = Things.TOPIC + ",chassis.audit"))
class AuditTest extends AuditTests {

    @Test
    void aRecordTellsWhoDidWhatWhenWhereAndWhy() {
        String id = recorded(reading(UUID.randomUUID().toString()));
        JsonPath found = auditor("451031", "/v1/audit?objectType=parcel&object=" + id);
        assertThat(found.getList("items")).hasSize(1);
        assertThat(found.getString("items[0].subject")).isEqualTo("officer-1");
        assertThat(found.getString("items[0].name")).isEqualTo("Officer One");
        assertThat(found.getList("items[0].roles")).containsExactly("county-officer");
        assertThat(found.getString("items[0].action")).isEqualTo("parcel-read");
        assertThat(found.getString("items[0].division")).isEqualTo("451031100201");
        assertThat(found.getString("items[0].reason")).isEqualTo("a visit");
        assertThat(found.getInt("items[0].details.fields")).isEqualTo(3);
        assertThat(Instant.parse(found.getString("items[0].at")))
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(5));
    }

    @Test
    void whatWasRolledBackWasNotRecorded() {
        String id = UUID.randomUUID().toString();
        assertThatThrownBy(() -> CallerScope.run(
                        OFFICER, () -> QuarkusTransaction.requiringNew().run(() -> {
                            audit.record(reading(id));
                            throw new IllegalStateException("Did not happen");
                        })))
                .hasMessage("Did not happen");
        assertThat(database.count("select count(*) from audit where object_id = ?", id))
                .isZero();
    }

    @Test
    void anAuditorSeesItsAreaOnlyAndNobodyElseSeesAnything() {
        String id = recorded(reading(UUID.randomUUID().toString()));
        String nowhere = recorded(AuditEntry.of("list-read", "list", UUID.randomUUID()));
        for (String object : List.of(id, nowhere)) {
            assertThat(auditor("45", "/v1/audit?object=" + object).getList("items"))
                    .hasSize(1);
            assertThat(auditor("451031", "/v1/audit?object=" + object).getList("items"))
                    .hasSize(1);
            assertThat(auditor("451029", "/v1/audit?object=" + object).getList("items"))
                    .isEmpty();
        }
        given().auth()
                .oauth2(Tokens.of("county-officer", "451031"))
                .get("/v1/audit")
                .then()
                .statusCode(403);
        given().get("/v1/audit/proof").then().statusCode(401);
    }

    @Test
    void theTrailIsReadByThePieceByTimeAndAsAFile() {
        String subject = "officer-" + UUID.randomUUID();
        var officer = new Caller(subject, "Many", Set.of("county-officer"), Area.ofPrefix("451031"), null);
        List<AuditEntry> entries = IntStream.range(0, 5)
                .mapToObj(number -> reading("parcel " + number))
                .toList();
        CallerScope.run(officer, () -> audit.recordAll(entries));
        String path = "/v1/audit?subject=" + subject;
        JsonPath first = auditor("451031", path + "&limit=3");
        assertThat(first.getList("items.objectId")).containsExactly("parcel 0", "parcel 1", "parcel 2");
        assertThat(auditor("451031", path + "&limit=3&after=" + first.getString("next"))
                        .getList("items.objectId"))
                .containsExactly("parcel 3", "parcel 4");
        assertThat(auditor("451031", path + "&to=2020-01-01T00:00:00Z").getList("items"))
                .isEmpty();
        assertThat(auditor("451031", path + "&from=2020-01-01T00:00:00Z&action=parcel-read")
                        .getList("items"))
                .hasSize(5);
        String csv = given().auth()
                .oauth2(Tokens.of("auditor", "451031"))
                .header("Purpose", "Yearly%20audit%20%E5%AE%A1%E8%AE%A1")
                .accept("text/csv")
                .get(path)
                .asString();
        assertThat(csv.lines()).hasSize(6);
        assertThat(csv).contains("\"{\"\"fields\"\": 3}\"");
    }

    @Test
    void theTrailIsNarrowedToAPlace() {
        String subject = "officer-" + UUID.randomUUID();
        var officer = new Caller(subject, "Places", Set.of("city-officer"), Area.ofPrefix("4510"), null);
        CallerScope.run(
                officer,
                () -> audit.recordAll(List.of(
                        AuditEntry.of("parcel-read", "parcel", "a").in(451031100201L),
                        AuditEntry.of("parcel-read", "parcel", "b").in(451031200000L),
                        AuditEntry.of("parcel-read", "parcel", "c").in(451029100201L))));
        String path = "/v1/audit?subject=" + subject + "&division=";
        assertThat(auditor("45", path + "451031").getList("items.objectId")).containsExactly("a", "b");
        assertThat(auditor("45", path + "451031100").getList("items.objectId")).containsExactly("a");
        assertThat(auditor("45", path + "4510").getList("items.objectId")).containsExactly("a", "b", "c");
        assertThat(auditor("451029", path + "451031").getList("items")).isEmpty();
        given().auth()
                .oauth2(Tokens.of("auditor", "45"))
                .get(path + "45103")
                .then()
                .statusCode(400);
    }

    @Test
    void theServiceItselfCannotChangeOrDeleteARecord() {
        String id = recorded(reading(UUID.randomUUID().toString()));
        for (String sql : List.of(
                "update audit set subject = 'nobody' where object_id = ?",
                "update audit set hash = null, prev_hash = null, position = null where object_id = ?",
                "delete from audit where object_id = ?")) {
            assertThatThrownBy(() -> database.execute(sql, id)).hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void evenTheOwnerIsStoppedByTheGuard() {
        String id = recorded(reading(UUID.randomUUID().toString()));
        assertThat(proofWhenSealed().getBoolean("intact")).isTrue();
        for (String sql : List.of(
                "update audit set subject = 'nobody' where object_id = '" + id + "'",
                "delete from audit where object_id = '" + id + "'",
                "truncate audit")) {
            assertThatThrownBy(() -> Database.executeAsOwner(sql)).hasMessageContaining("append-only");
        }
    }

    @Test
    void whatConcernsAHouseholdIsFoundByIt() {
        UUID household = UUID.randomUUID();
        String visit = recorded(reading(UUID.randomUUID().toString()).about(household));
        recorded(AuditEntry.of("household-read", "household", household).in(VILLAGE));
        recorded(reading(UUID.randomUUID().toString()).about(null));
        assertThat(auditor("45", "/v1/audit?household=" + household).getList("items.objectId"))
                .containsExactly(visit, household.toString());
        assertThat(auditor("46", "/v1/audit?household=" + household).getList("items"))
                .isEmpty();
    }
}
