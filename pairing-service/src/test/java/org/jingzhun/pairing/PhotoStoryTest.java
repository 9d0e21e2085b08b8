package org.jingzhun.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.Tokens;
import org.jingzhun.pairing.testing.County;
import org.jingzhun.pairing.testing.Rounds;
import org.jingzhun.pairing.testing.Rows;
import org.junit.jupiter.api.Test;

/** What proves a visit: photos, the place, the household's confirmation. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class PhotoStoryTest {

    private static final County COUNTY = new County("450331");

    @Inject
    Rows rows;

    @Test
    void aPhotoComesUnderItsHashAfterTheVisitThatNamesIt() throws Exception {
        Rounds rounds = Rounds.of(COUNTY, rows, 1);
        UUID household = rounds.households().getFirst();
        byte[] photo = picture("jpg");
        String hash = sha256(photo);
        String visit = rounds.change(UUID.randomUUID(), household, Rounds.today(), "看望", """
                ,"photos":["%s"],"confirmation":{"by":"SIGNATURE","sha256":"%s"}""".formatted(hash, hash));
        rounds.sync(List.of(visit)).body("photosMissing", contains(hash));
        put(rounds, household, hash, photo).statusCode(201);
        put(rounds, household, hash, photo).statusCode(200);
        rounds.sync(List.of(visit)).body("photosMissing", empty());
        byte[] kept = COUNTY.auditor()
                .accept("image/jpeg")
                .get("/v1/photos/" + household + "/" + hash)
                .then()
                .statusCode(200)
                .contentType("image/jpeg")
                .extract()
                .asByteArray();
        assertThat(kept).isEqualTo(photo);
        Rounds other = Rounds.of(COUNTY, rows, 1);
        other.asHelper()
                .accept("image/jpeg")
                .get("/v1/photos/" + household + "/" + hash)
                .then()
                .statusCode(404);
        put(other, household, hash, photo).statusCode(409).body("code", equalTo("photo-of-foreign-household"));
    }

    @Test
    void thePictureOfAConfirmationIsAskedForAsPhotosAre() throws Exception {
        Rounds rounds = Rounds.of(COUNTY, rows, 1);
        UUID household = rounds.households().getFirst();
        String photo = sha256(picture("jpg"));
        byte[] fingerprint = picture("png");
        String print = sha256(fingerprint);
        String visit = rounds.change(UUID.randomUUID(), household, Rounds.today(), "看望", """
                ,"photos":["%s"],"confirmation":{"by":"FINGERPRINT","sha256":"%s"}""".formatted(photo, print));
        rounds.sync(List.of(visit)).body("photosMissing", containsInAnyOrder(photo, print));
        put(rounds, household, print, fingerprint).statusCode(201);
        rounds.sync(List.of(visit)).body("photosMissing", contains(photo));
        String witnessed =
                rounds.change(UUID.randomUUID(), household, Rounds.today().minusDays(1), "看望", """
                ,"confirmation":{"by":"WITNESS","witness":"黄组长"}""");
        rounds.sync(List.of(witnessed))
                .body("results.outcome", contains("RECORDED"))
                .body("photosMissing", empty());
        COUNTY.auditor()
                .accept("image/png")
                .get("/v1/photos/" + household + "/" + print)
                .then()
                .statusCode(200);
    }

    @Test
    void whatIsNoPhotoIsRefused() throws Exception {
        Rounds rounds = Rounds.of(COUNTY, rows, 1);
        UUID household = rounds.households().getFirst();
        byte[] photo = picture("png");
        byte[] text = "%PDF-1.7 not a photo".getBytes(StandardCharsets.UTF_8);
        byte[] half = Arrays.copyOf(photo, photo.length / 2);
        byte[] large = new byte[3_000_001];
        put(rounds, household, sha256(text), text).statusCode(422).body("code", equalTo("no-photo"));
        put(rounds, household, sha256(half), half).statusCode(422).body("code", equalTo("no-photo"));
        put(rounds, household, sha256(text), photo).statusCode(422).body("code", equalTo("photo-damaged"));
        put(rounds, household, sha256(large), large).statusCode(413).body("code", equalTo("photo-too-large"));
        assertThat(rows.texts("select count(*) from photo where household_id = ?", household))
                .containsExactly("0");
        put(rounds, household, sha256(photo), photo).statusCode(201);
    }

    @Test
    void aPhotoTellsAWholePlaceAndATimeThatIsOne() throws Exception {
        Rounds rounds = Rounds.of(COUNTY, rows, 1);
        byte[] photo = picture("png");
        String path = "/v1/photos/" + rounds.households().getFirst() + "/" + sha256(photo);
        sending(rounds, photo)
                .queryParam("takenAt", "2016-10-12T08:30:00Z")
                .queryParam("latitude", "24.77")
                .put(path)
                .then()
                .statusCode(422)
                .body("code", equalTo("half-a-place"));
        sending(rounds, photo)
                .queryParam("takenAt", "2016-02-30T08:30:00Z")
                .put(path)
                .then()
                .statusCode(422)
                .body("code", equalTo("no-such-time"));
    }

    @Test
    void aVisitFarFromTheHouseholdIsFlaggedNotRefused() {
        Rounds rounds = Rounds.of(COUNTY, rows, 1);
        UUID household = rounds.households().getFirst();
        UUID near = UUID.randomUUID();
        UUID far = UUID.randomUUID();
        UUID elsewhere = UUID.randomUUID();
        LocalDate day = Rounds.today().minusDays(5);
        String there = ",\"location\":{\"latitude\":24.770001,\"longitude\":105.34}";
        String away = ",\"location\":{\"latitude\":24.79,\"longitude\":105.34}";
        rounds.sync(List.of(
                        rounds.change(far, household, day.plusDays(1), "看望", away),
                        rounds.change(near, household, day, "看望", there),
                        rounds.change(elsewhere, household, day.plusDays(2), "看望", away + ",\"place\":\"村委会\"")))
                .statusCode(200);
        rounds.asHelper()
                .get("/v1/visits?household=" + household)
                .then()
                .statusCode(200)
                .body("items.id", contains(near.toString(), far.toString(), elsewhere.toString()))
                .body("items.farFromHome", contains(false, true, false))
                .body("items[1].metresFromHome", equalTo(2224));
    }

    @Test
    void aPhotoTellsWhenAndWhereItWasTakenAndWhatOfItDoesNotFitItsVisit() throws Exception {
        Rounds rounds = Rounds.of(COUNTY, rows, 1);
        UUID household = rounds.households().getFirst();
        byte[] fitting = picture("png");
        byte[] strange = picture("jpg");
        String good = sha256(fitting);
        String bad = sha256(strange);
        String later = "%064x".formatted(7);
        UUID visit = UUID.randomUUID();
        LocalDate day = Rounds.today().minusDays(2);
        rounds.sync(List.of(rounds.change(visit, household, day, "看望", """
                ,"photos":["%s","%s","%s"],"location":{"latitude":24.770001,"longitude":105.34}""".formatted(good, bad, later))))
                .statusCode(200);
        put(rounds, household, good, fitting, day + "T08:30:00Z").statusCode(201);
        put(rounds, household, bad, strange, day.minusDays(1) + "T08:30:00Z", "24.80")
                .statusCode(201);
        rounds.asHelper()
                .get("/v1/visits/" + visit)
                .then()
                .statusCode(200)
                .body("photoDetails.sha256", contains(good, bad, later))
                .body("photoDetails[0].takenAt", equalTo(day + "T08:30:00Z"))
                .body("photoDetails[0].metresAway", equalTo(0))
                .body("photoDetails[0].doubts", empty())
                .body("photoDetails[1].metresAway", equalTo(3336))
                .body("photoDetails[1].doubts", contains("OTHER_DAY", "FAR_AWAY"))
                .body("photoDetails[2].takenAt", nullValue())
                .body("photoDetails[2].doubts", empty());
        COUNTY.auditor()
                .get("/v1/visits?household=" + household)
                .then()
                .body(
                        "items[0].photoDetails.doubts",
                        equalTo(List.of(List.of(), List.of("OTHER_DAY", "FAR_AWAY"), List.of())));
        COUNTY.auditor()
                .get("/v1/photos/" + household + "/" + bad + "/description")
                .then()
                .statusCode(200)
                .body("mediaType", equalTo("image/jpeg"))
                .body("bytes", equalTo(strange.length))
                .body("helperId", equalTo(rounds.helper().toString()))
                .body("takenAt", equalTo(day.minusDays(1) + "T08:30:00Z"))
                .body("visits.visitId", contains(visit.toString()))
                .body("visits[0].doubts", contains("OTHER_DAY", "FAR_AWAY"));
        String description = "/v1/photos/" + household + "/" + good + "/description";
        Rounds.of(COUNTY, rows, 1).asHelper().get(description).then().statusCode(404);
        rounds.asHelper().get(description).then().statusCode(200).body("visits[0].doubts", empty());
        assertThat(rows.texts(
                        "select count(*) from audit where action = 'photo-described' and object_id = ?",
                        household.toString()))
                .containsExactly("2");
    }

    private static ValidatableResponse put(Rounds rounds, UUID household, String hash, byte[] content) {
        return put(rounds, household, hash, content, "2016-10-12T08:30:00Z");
    }

    private static ValidatableResponse put(Rounds rounds, UUID household, String hash, byte[] content, String takenAt) {
        return put(rounds, household, hash, content, takenAt, "24.77");
    }

    private static ValidatableResponse put(
            Rounds rounds, UUID household, String hash, byte[] content, String takenAt, String latitude) {
        return sending(rounds, content)
                .queryParam("takenAt", takenAt)
                .queryParam("latitude", latitude)
                .queryParam("longitude", "105.34")
                .put("/v1/photos/" + household + "/" + hash)
                .then();
    }

    private static RequestSpecification sending(Rounds rounds, byte[] content) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.ofHelper(COUNTY.code(), rounds.helper().toString()))
                .contentType("image/jpeg")
                .body(content);
    }

    private static byte[] picture(String format) throws Exception {
        BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        image.setRGB(3, 4, 0xc0ffee);
        var out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
