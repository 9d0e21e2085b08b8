package org.jingzhun.chassis.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
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
class AuditTest {

    private static final long VILLAGE = 451031100201L;
    private static final Caller OFFICER =
            new Caller("officer-1", "Officer One", Set.of("county-officer"), Area.ofPrefix("451031"), null);

    @Inject
    Audit audit;

    @Inject
    Database database;

    @Inject
    Scheduler scheduler;

    private String recorded(AuditEntry entry) {
        CallerScope.run(OFFICER, () -> audit.record(entry));
        return entry.objectId();
    }

    private static AuditEntry reading(String id) {
        return AuditEntry.of("parcel-read", "parcel", id)
                .in(VILLAGE)
                .because("a visit")
                .with("fields", 3);
    }

    private static JsonPath auditor(String area, String path) {
        return given().auth()
                .oauth2(Tokens.of("auditor", area))
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private JsonPath proofWhenSealed() {
        await().until(() -> database.count("select count(*) from audit where hash is null") == 0);
        return auditor("45", "/v1/audit/proof");
    }

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
                .accept("text/csv")
                .get(path)
                .asString();
        assertThat(csv.lines()).hasSize(6);
        assertThat(csv).contains("\"{\"\"fields\"\": 3}\"");
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
    void tamperingShows() throws Exception {
        String id = recorded(reading(UUID.randomUUID().toString()));
        String last = recorded(reading(UUID.randomUUID().toString()));
        JsonPath before = proofWhenSealed();
        assertThat(before.getBoolean("intact")).isTrue();
        assertThat(before.getLong("sealed")).isGreaterThanOrEqualTo(2);
        long position = database.count("select position from audit where object_id = ?", id);
        String where = " where object_id = '" + id + "'";
        String off = "alter table audit disable trigger user";
        String on = "alter table audit enable trigger user";

        Database.executeAsOwner(off, "update audit set reason = 'none of your business'" + where, on);
        JsonPath changed = auditor("45", "/v1/audit/proof");
        assertThat(changed.getBoolean("intact")).isFalse();
        assertThat(changed.getLong("brokenAt")).isEqualTo(position);

        Database.executeAsOwner(off, "update audit set reason = 'a visit'" + where, on);
        assertThat(auditor("45", "/v1/audit/proof").getBoolean("intact")).isTrue();

        Database.executeAsOwner(
                off, "create table removed as select * from audit" + where, "delete from audit" + where, on);
        assertThat(auditor("45", "/v1/audit/proof").getLong("brokenAt")).isEqualTo(position);

        Database.executeAsOwner(
                off, "insert into audit overriding system value select * from removed", "drop table removed", on);
        assertThat(auditor("45", "/v1/audit/proof").getBoolean("intact")).isTrue();
        assertThat(database.count("select count(*) from audit where object_id = ?", last))
                .isEqualTo(1);
    }

    @Test
    void aNotedHeadIsFoundAgainLater() {
        String id = recorded(reading(UUID.randomUUID().toString()));
        JsonPath noted = proofWhenSealed();
        assertThat(id).isEqualTo(recorded(reading(id)));
        String query = "/v1/audit/proof?position=" + noted.getLong("sealed") + "&hash=";
        assertThat(proofWhenSealed().getLong("sealed")).isGreaterThan(noted.getLong("sealed"));
        given().auth()
                .oauth2(Tokens.of("auditor", "45"))
                .get(query + noted.getString("head"))
                .then()
                .body("containsNoted", equalTo(true));
        given().auth()
                .oauth2(Tokens.of("auditor", "45"))
                .get(query + "0".repeat(64))
                .then()
                .body("containsNoted", equalTo(false));
    }

    /** The owner disables the guard, may replace every function of the schema, and computes hashes as well as anybody. */
    @Test
    void theOwnerNeitherCutsTheEndOffNorWritesTheChainAnew() throws Exception {
        PlatformResource.connectOutbox();
        String id = recorded(reading(UUID.randomUUID().toString()));
        await().atMost(Duration.ofSeconds(60)).until(() -> proofWhenSealed(), proof -> proof.getString("sealed")
                .equals(proof.getString("lastPublished.position")));
        String off = "alter table audit disable trigger user";
        String on = "alter table audit enable trigger user";
        scheduler.pause(); // or the service would publish the head of the tampered chain as well
        Database.executeAsOwner(off, "create table kept as select * from audit");
        try {
            Database.executeAsOwner("delete from audit where object_id = '" + id + "'");
            assertThat(auditor("45", "/v1/audit/proof").getList("findings")).containsExactly("CUT_SHORT");

            Database.executeAsOwner(
                    "delete from audit",
                    "insert into audit overriding system value select * from kept",
                    "update audit set reason = 'none of your business' where object_id = '" + id + "'",
                    "update audit set position = null, prev_hash = null, hash = null",
                    "select audit_seal()");
            JsonPath anew = auditor("45", "/v1/audit/proof");
            assertThat(anew.getString("brokenAt")).isNull();
            assertThat(anew.getList("findings")).containsExactly("REWRITTEN");
        } finally {
            Database.executeAsOwner(
                    "delete from audit",
                    "insert into audit overriding system value select * from kept",
                    "drop table kept",
                    on);
            scheduler.resume();
        }
        assertThat(auditor("45", "/v1/audit/proof").getList("findings")).isEmpty();
    }
}
