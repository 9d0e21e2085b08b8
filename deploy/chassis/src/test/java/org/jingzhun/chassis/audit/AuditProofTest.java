package org.jingzhun.chassis.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.jingzhun.chassis.parcel.Database;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.Tokens;
import org.jingzhun.chassis.thing.Things;
import org.junit.jupiter.api.Test;

/** Whoever changes the trail, its owner included, is found out. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.TOPICS, value = Things.TOPIC + ",chassis.audit"))
class AuditProofTest extends AuditTests {

    private static final String WRITTEN =
            "seq, at, subject, name, roles, action, object_type, object_id, division, reason, remote, trace, details,"
                    + " position, prev_hash, hash";

    private static String restored(String table) {
        return "insert into audit (" + WRITTEN + ") overriding system value select * from " + table;
    }

    @Inject
    Scheduler scheduler;

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
                off,
                "create table removed as select " + WRITTEN + " from audit" + where,
                "delete from audit" + where,
                on);
        assertThat(auditor("45", "/v1/audit/proof").getLong("brokenAt")).isEqualTo(position);

        Database.executeAsOwner(off, restored("removed"), "drop table removed", on);
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
        Database.executeAsOwner(off, "create table kept as select " + WRITTEN + " from audit");
        try {
            Database.executeAsOwner("delete from audit where object_id = '" + id + "'");
            assertThat(auditor("45", "/v1/audit/proof").getList("findings")).containsExactly("CUT_SHORT");

            Database.executeAsOwner(
                    "delete from audit",
                    restored("kept"),
                    "update audit set reason = 'none of your business' where object_id = '" + id + "'",
                    "update audit set position = null, prev_hash = null, hash = null",
                    "select audit_seal()");
            JsonPath anew = auditor("45", "/v1/audit/proof");
            assertThat(anew.getString("brokenAt")).isNull();
            assertThat(anew.getList("findings")).containsExactly("REWRITTEN");
        } finally {
            Database.executeAsOwner("delete from audit", restored("kept"), "drop table kept", on);
            scheduler.resume();
        }
        assertThat(auditor("45", "/v1/audit/proof").getList("findings")).isEmpty();
    }

    /** By which household a record is found follows from what the chain covers; the owner who sets it otherwise is seen. */
    @Test
    void noRecordIsTakenFromTheHouseholdThatItConcerns() throws Exception {
        UUID household = UUID.randomUUID();
        String id = recorded(reading(UUID.randomUUID().toString()).about(household));
        assertThat(proofWhenSealed().getBoolean("intact")).isTrue();
        long position = database.count("select position from audit where object_id = ?", id);
        String derived = "case when object_type = 'household' then object_id else details ->> 'household' end";
        String set = "alter table audit alter household set expression as (%s)";
        Database.executeAsOwner(set.formatted("case when object_id <> '" + id + "' then " + derived + " end"));
        try {
            assertThat(auditor("45", "/v1/audit?household=" + household).getList("items"))
                    .isEmpty();
            assertThat(auditor("45", "/v1/audit/proof").getLong("brokenAt")).isEqualTo(position);
        } finally {
            Database.executeAsOwner(set.formatted(derived));
        }
        assertThat(auditor("45", "/v1/audit/proof").getBoolean("intact")).isTrue();
    }

    /** The owner replaces the function that seals: no head leaves any more, and whatever is written could be changed. */
    @Test
    void whatNoHeadCoversInTimeIsTold() throws Exception {
        PlatformResource.connectOutbox();
        assertThat(proofWhenSealed().getLong("unprotected")).isZero();
        scheduler.pause();
        try {
            String id = recorded(reading(UUID.randomUUID().toString()));
            Database.executeAsOwner(
                    "alter table audit disable trigger user",
                    "update audit set at = at - interval '16 minutes' where object_id = '" + id + "'",
                    "alter table audit enable trigger user");
            JsonPath kept = auditor("45", "/v1/audit/proof");
            assertThat(kept.getLong("unprotected")).isEqualTo(1);
            assertThat(kept.getBoolean("intact")).isFalse();
            assertThat(kept.getList("findings")).isEmpty();
        } finally {
            scheduler.resume();
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> proofWhenSealed().getBoolean("intact"));
    }
}
