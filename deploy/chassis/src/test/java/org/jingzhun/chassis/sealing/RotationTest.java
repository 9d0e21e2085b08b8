package org.jingzhun.chassis.sealing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jingzhun.chassis.parcel.Database;
import org.jingzhun.chassis.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A secret is taken out of use while the service works. */
@QuarkusTest
class RotationTest {

    private static final int ROWS = 20_000;
    private static final String NEWER = Base64.getEncoder()
            .encodeToString("bytes of a newer secret, for tests only".getBytes(StandardCharsets.UTF_8));

    @Inject
    Sealing sealing;

    @Inject
    Database database;

    private final String former = ConfigProvider.getConfig().getValue("jingzhun.sealing.secret", String.class);

    /** The other tests begin with the former secret alone. */
    @AfterEach
    void back() {
        database.execute("delete from import_rejection where get_byte(sealed, 0) = 9");
        sealing.use("1:" + former + ",2:" + NEWER);
        assertThat(rotation().getMap("result.left")).isEmpty();
        sealing.use(former);
    }

    private static JsonPath as(String role, String path) {
        return given().auth()
                .oauth2(Tokens.of(role, "45"))
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Orders a rotation; its job at its end. */
    private static JsonPath rotation() {
        String job = given().auth()
                .oauth2(Tokens.of("admin", "45"))
                .post("/v1/sealing/rotation")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> as("admin", "/v1/jobs/" + job).getString("state"), state -> List.of("SUCCEEDED", "FAILED")
                        .contains(state));
        return as("admin", "/v1/jobs/" + job);
    }

    private static Response once(String key, String name) {
        return given().auth()
                .oauth2(Tokens.of("county-officer", "451031"))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body("{\"name\": \"" + name + "\"}")
                .post("/v1/once");
    }

    private UUID rejections(int rows, String text) {
        UUID owner = UUID.randomUUID();
        database.execute(
                "insert into import_rejection (import_id, line, pointer, code, sealed)"
                        + " select ?, n, '', 'test', ? from generate_series(1, ?) n",
                owner,
                sealing.seal(owner, text),
                rows);
        return owner;
    }

    private long under(int key, UUID owner) {
        return database.count(
                "select count(*) from import_rejection where import_id = ? and get_byte(sealed, 0) = ?", owner, key);
    }

    @Test
    void aFormerSecretGoesWhenEverythingIsSealedUnderTheNewOne() {
        UUID owner = rejections(ROWS, "452631196503120005");
        String key = UUID.randomUUID().toString();
        String name = "sealed " + key;
        String first = once(key, name).asString();
        assertThat(database.count("select count(*) from idempotency_key where key = ? and body is null", key))
                .isOne();

        sealing.use("2:" + NEWER + ",1:" + former);
        assertThat(once(key, name).asString()).as("read before the rotation").isEqualTo(first);
        assertThat(as("auditor", "/v1/sealing").getList("removable")).isEmpty();
        JsonPath done = rotation();

        assertThat(done.getString("state")).as(done.prettify()).isEqualTo("SUCCEEDED");
        assertThat(done.getInt("result.key")).isEqualTo(2);
        assertThat(done.getLong("result.sealed")).isGreaterThan(ROWS);
        assertThat(done.getMap("result.left")).isEmpty();
        assertThat(under(2, owner)).isEqualTo(ROWS);
        JsonPath state = as("auditor", "/v1/sealing");
        assertThat(state.getList("secrets", Integer.class)).containsExactly(2, 1);
        assertThat(state.getList("removable", Integer.class)).containsExactly(1);

        sealing.use("2:" + NEWER);
        assertThat(once(key, name).asString())
                .as("read without the former secret")
                .isEqualTo(first);
        byte[] sealed =
                (byte[]) database.column("select sealed from import_rejection where import_id = ? limit 1", owner)
                        .getFirst();
        assertThat(sealing.open(owner, sealed)).isEqualTo("452631196503120005");
        assertThat(rotation().getLong("result.sealed"))
                .as("nothing is left to do")
                .isZero();
    }

    /** The broken row is under a secret that nobody has. */
    @Test
    void whatARunThatBreaksHasSealedStaysSealedAndTheNextGoesOn() {
        UUID before = rejections(ROWS, "before");
        UUID broken = rejections(1, "broken");
        database.execute("update import_rejection set sealed = set_byte(sealed, 0, 9) where import_id = ?", broken);
        UUID behind = rejections(ROWS, "behind");

        sealing.use("2:" + NEWER + ",1:" + former);
        assertThat(rotation().getString("state")).isEqualTo("FAILED");
        long sealed = under(2, before) + under(2, behind);
        assertThat(sealed).isBetween(1L, 2L * ROWS - 1);

        database.execute("delete from import_rejection where import_id = ?", broken);
        long stillUnderTheFormer = database.count("""
                select (select count(*) from import_rejection where get_byte(sealed, 0) <> 2)
                     + (select count(*) from idempotency_key where get_byte(sealed, 0) <> 2)""");
        JsonPath done = rotation();
        assertThat(done.getMap("result.left")).isEmpty();
        assertThat(done.getLong("result.sealed")).isEqualTo(stillUnderTheFormer);
        assertThat(under(2, before) + under(2, behind)).isEqualTo(2L * ROWS);
    }

    @Test
    void onlyAnAdministratorOrdersIt() {
        for (String role : List.of("county-officer", "auditor", "system")) {
            given().auth()
                    .oauth2(Tokens.of(role, "45"))
                    .post("/v1/sealing/rotation")
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("role-required"));
        }
        assertThat(as("admin", "/v1/sealing").getList("columns.name")).contains("import_rejection.sealed");
        given().auth()
                .oauth2(Tokens.of("admin", "45"))
                .get("/v1/sealing")
                .then()
                .body("columns.name", hasItem("idempotency_key.sealed"));
    }
}
