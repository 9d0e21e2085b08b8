package org.jingzhun.identification.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jingzhun.identification.testing.Client.as;
import static org.jingzhun.identification.testing.Client.finished;
import static org.jingzhun.identification.testing.Client.imported;
import static org.jingzhun.identification.testing.Client.importedFrom;
import static org.jingzhun.identification.testing.Client.rejections;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.household.identity.ResidentId;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.Lot;
import org.jingzhun.identification.testing.People;
import org.jingzhun.standalone.platform.PlatformAddresses;
import org.junit.jupiter.api.Test;

/** While hashes are taken to a new key, people write and departments deliver, and everybody is found. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class HashesOnTheMoveTest {

    private static final int FIRST = Lot.HASHES_ON_THE_MOVE.firstPerson();
    private static final int FIRST_STRANGER = FIRST + 50;
    private static final int STRANGERS = 3;

    @Inject
    MovingHashes moving;

    @Inject
    IdHashes hashes;

    @Inject
    AgroalDataSource database;

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T alone(Work<T> work) {
        return CallerScope.call(Caller.system("sealing"), () -> QuarkusTransaction.requiringNew()
                .call(() -> {
                    try (Connection connection = database.getConnection()) {
                        return work.on(connection);
                    }
                }));
    }

    private static String record(String number) {
        return """
                {"idNumber":"%s","fact":"小卖部","effectiveOn":"2014-05-01"}""".formatted(number);
    }

    private static int inserted(String number) {
        return importedFrom("COMPANY", List.of(record(number))).getInt("inserted");
    }

    @Test
    void everybodyIsFoundBetweenTheBlocksAndWhoCameMeanwhileAfterwards() {
        County county =
                Lot.HASHES_ON_THE_MOVE.county(1).household("甲", 1, 3, 46).begun(10, 0);
        String head = county.idNumber("甲");
        assertThat(inserted(head)).isOne();
        int persons = persons() / 4 + 1;

        int key = alone(moving::key);
        int blocks = 0;
        Map<String, Integer> taken;
        do {
            taken = alone(connection -> moving.take(connection, key, persons));
            blocks++;
            hashes.refresh();
            assertThat(inserted(head)).as("known after block %d", blocks).isZero();
            assertThat(rejections(imported("members", List.of(twin(county)))))
                    .as("twin after block %d", blocks)
                    .hasSize(1);
            recordedAgain(county);
            if (blocks <= STRANGERS) {
                assertThat(inserted(People.number(FIRST_STRANGER + blocks))).isOne();
            }
            assertThat(inserted(People.number(FIRST_STRANGER + 1)))
                    .as("stranger after block %d", blocks)
                    .isZero();
        } while (!taken.isEmpty());

        assertThat(blocks).isGreaterThan(STRANGERS);
        assertThat(hashes.hash(new ResidentId(head))[0]).isEqualTo((byte) key);
        for (int stranger = 1; stranger <= STRANGERS; stranger++) {
            assertThat(inserted(People.number(FIRST_STRANGER + stranger))).isZero();
        }
        assertThat(county.screened().getInt("open")).isOne();
        assertThat(Stored.refusalOf(
                        owner(),
                        "insert into staged_risk_record (import_id, line, id_hash)"
                                + " values (uuidv7(), 1, set_byte(sha256('x'), 0, %d))".formatted(key - 1)))
                .as("as a replica would that has not heard of the key")
                .contains("newest key");
    }

    private static PlatformAddresses.Database owner() {
        return PlatformResource.platform().addresses().database("identification");
    }

    private int persons() {
        return alone(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select count(*) from member")) {
                row.next();
                return row.getInt(1);
            }
        });
    }

    /** The head, as somebody of another household. */
    private static String twin(County county) {
        return People.member(UUID.randomUUID(), county.household("甲"), "SON", FIRST);
    }

    /** People record the household without the ids of its members, who are known by their numbers. */
    private static void recordedAgain(County county) {
        String path = "/v1/households/" + county.household("甲");
        var known = county.county().get(path);
        var again = as("surveyor", county.township())
                .header("If-Match", known.header("ETag"))
                .body(People.body(
                        county.village(1),
                        List.of(
                                People.traits("HEAD", FIRST),
                                People.traits("SON", FIRST + 1),
                                People.traits("SON", FIRST + 2))))
                .put(path)
                .then()
                .statusCode(200)
                .extract();
        assertThat(again.jsonPath().getList("members.id", String.class))
                .containsExactlyInAnyOrderElementsOf(known.jsonPath().getList("members.id", String.class));
    }

    @Test
    void aRotationThatWaitsHoldsNobodyUp() throws SQLException {
        PlatformAddresses.Database owner =
                PlatformResource.platform().addresses().database("identification");
        String job;
        try (Connection slow = DriverManager.getConnection(owner.jdbcUrl(), owner.ownerUser(), owner.ownerPassword())) {
            slow.setAutoCommit(false);
            try (var statement = slow.createStatement()) {
                statement.execute("lock table staged_special_record in row exclusive mode");
            }
            job = as("admin", "45")
                    .post("/v1/id-hashes/rotation")
                    .then()
                    .statusCode(202)
                    .extract()
                    .path("id");
            for (int write = 0; write < 5; write++) {
                assertThat(inserted(People.number(FIRST_STRANGER + 40 + write))).isOne();
            }
            assertThat(as("admin", "45").get("/v1/jobs/" + job).jsonPath().getString("state"))
                    .isNotEqualTo("SUCCEEDED");
            slow.rollback();
        }
        assertThat(finished("admin", "45", job).getInt("key")).isGreaterThan(1);
    }
}
