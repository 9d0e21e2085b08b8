package org.jingzhun.identification.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.jingzhun.identification.testing.Client.as;
import static org.jingzhun.identification.testing.Client.finished;
import static org.jingzhun.identification.testing.Client.imported;
import static org.jingzhun.identification.testing.Client.importedFrom;
import static org.jingzhun.identification.testing.Client.rejections;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jingzhun.chassis.sealing.Sealing;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.Lot;
import org.jingzhun.identification.testing.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A secret under which people's data is sealed is taken out of use, and the key of the hashes is followed by another. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class RotationStoryTest {

    private static final String NEWER = Base64.getEncoder()
            .encodeToString("bytes of a newer secret, for tests only".getBytes(StandardCharsets.UTF_8));

    @Inject
    Sealing sealing;

    private final String former = ConfigProvider.getConfig().getValue("jingzhun.sealing.secret", String.class);

    /** The other tests begin with the former secret alone. */
    @AfterEach
    void back() {
        sealing.use("1:" + former + ",2:" + NEWER);
        assertThat(rotated("/v1/sealing/rotation").getMap("left")).isEmpty();
        sealing.use(former);
    }

    private static JsonPath rotated(String path) {
        return finished(
                "admin",
                "45",
                as("admin", "45").post(path).then().statusCode(202).extract().path("id"));
    }

    /** What people see of a county: its household with numbers and telephone, and a patient. */
    private static Map<String, String> seen(County county, String patient, JsonPath bad) {
        Map<String, String> seen = new TreeMap<>();
        for (String path : List.of(
                "/v1/households/" + county.household("甲"),
                "/v1/special-records/" + patient,
                "/v1/imports/" + bad.getString("importId") + "/rejections")) {
            String role = path.endsWith("rejections") ? "system" : "county-officer";
            String area = path.endsWith("rejections") ? "45" : county.code();
            seen.put(
                    path,
                    as(role, area).get(path).then().statusCode(200).extract().asString());
        }
        return seen;
    }

    private static String patient(County county) {
        String member = county.county()
                .get("/v1/households/" + county.household("甲"))
                .jsonPath()
                .getString("members[0].id");
        return county.county()
                .body("""
                        {"memberId":"%s","since":"2017-03-01","disease":"STOMACH_CANCER","payLater":true,\
                        "contact":{"name":"韦大","phone":"13800138000"}}""".formatted(member))
                .put("/v1/patients/" + UUID.randomUUID())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String record(String number, String fact) {
        return """
                {"idNumber":"%s","fact":"%s","effectiveOn":"2014-05-01"}""".formatted(number, fact);
    }

    @Test
    void aSecretGoesWhilePeopleReadAndTheHashesFollowLater() throws Exception {
        County county = Lot.SEALING_ROTATION.county(1).household("甲", 1, 3, 46).begun(10, 0);
        String patient = patient(county);
        String stranger =
                People.member(UUID.randomUUID(), UUID.randomUUID(), "HEAD", Lot.SEALING_ROTATION.firstPerson() + 90);
        JsonPath bad = imported("members", List.of(stranger.replaceFirst("\"HEAD\"", "\"NOBODY\"")));
        assertThat(rejections(bad)).hasSize(1);
        Map<String, String> before = seen(county, patient, bad);
        assertThat(before.toString()).contains(People.number(Lot.SEALING_ROTATION.firstPerson() + 90));

        sealing.use("2:" + NEWER + ",1:" + former);
        var rotating = new AtomicBoolean(true);
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> reading = readers.submit(() -> {
                int reads = 0;
                while (rotating.get()) {
                    assertThat(seen(county, patient, bad)).isEqualTo(before);
                    reads++;
                }
                return reads;
            });
            JsonPath done;
            try {
                done = rotated("/v1/sealing/rotation");
            } finally {
                rotating.set(false);
            }
            assertThat(reading.get()).isPositive();
            assertThat(done.getMap("left")).isEmpty();
            assertThat(done.getInt("sealed")).isPositive();
        }
        as("admin", "45").get("/v1/sealing").then().body("removable", equalTo(List.of(1)));

        sealing.use("2:" + NEWER);
        assertThat(seen(county, patient, bad)).as("without the former secret").isEqualTo(before);
        hashesFollow(county);
    }

    private static void hashesFollow(County county) {
        List<String> shop = List.of(record(county.idNumber("甲"), "小卖部"));
        assertThat(importedFrom("COMPANY", shop).getInt("inserted")).isOne();
        assertThat(county.screened().getInt("open")).isOne();

        JsonPath done = rotated("/v1/id-hashes/rotation");
        assertThat(done.getInt("key")).isGreaterThan(1);
        assertThat(done.getInt("hashes.member")).isGreaterThanOrEqualTo(3);

        assertThat(importedFrom("COMPANY", shop).getInt("unchanged"))
                .as("the record is known")
                .isOne();
        String other = county.household("甲").toString();
        String twin =
                People.member(UUID.randomUUID(), UUID.fromString(other), "SON", Lot.SEALING_ROTATION.firstPerson());
        assertThat(rejections(imported("members", List.of(twin))))
                .as("the person is known")
                .hasSize(1);
        var unused = importedFrom("PAYROLL", List.of(record(county.idNumber("甲"), "镇中学教师")));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(county.screened().getInt("open")).isEqualTo(2));
    }

    /** As a replica would that has not heard of the newest key. */
    @Test
    void aHashUnderAFormerKeyIsNotWritten() {
        assertThat(
                        Stored.refusalOf(
                                PlatformResource.platform().addresses().database("identification"),
                                "insert into risk_record (id_hash, kind, occurred_on, fact, area_from, area_to, value_fen)"
                                        + " values (set_byte(sha256('x'), 0, 126), 'HOSPITAL_COST', '2020-01-01', 'x', 1, 2, 1)"))
                .contains("newest key");
    }
}
