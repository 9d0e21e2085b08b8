package org.jingzhun.chassis.bulk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jingzhun.chassis.bulk.Uploads.COUNTY;
import static org.jingzhun.chassis.bulk.Uploads.ended;
import static org.jingzhun.chassis.bulk.Uploads.rejections;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.jingzhun.chassis.parcel.BoxImport;
import org.jingzhun.chassis.parcel.Database;
import org.jingzhun.chassis.testing.Tokens;
import org.junit.jupiter.api.Test;

/** Lines that are all new go in without being asked first; what is wrong with a line is told all the same. */
@QuarkusTest
class FreshImportTest {

    @Inject
    Database database;

    @Test
    void newLinesTakeTheShortWayAndKnownOnesTheOther() {
        List<String> boxes = boxes(500);

        JsonPath first = upload("", boxes);
        JsonPath again = upload("", boxes);

        assertThat(first.getLong("inserted")).isEqualTo(500);
        assertThat(shortened(first)).isEqualTo(500);
        assertThat(again.getLong("unchanged")).isEqualTo(500);
        assertThat(shortened(again)).isZero();
    }

    @Test
    void aLineThatRepeatsOneOfAnEarlierChunkIsNamed() {
        List<String> boxes = new ArrayList<>(boxes(500));
        boxes.set(459, boxes.get(4).replace("\"weight\":7", "\"weight\":8"));

        JsonPath ended = upload("", boxes);

        assertThat(ended.getLong("inserted")).isEqualTo(499);
        assertThat(rejections(ended).getList("items.line")).containsExactly(460);
        assertThat(rejections(ended).getList("items.code")).containsExactly("repeated-row");
        assertThat(shortened(ended)).isGreaterThanOrEqualTo(10).isLessThan(500);
    }

    @Test
    void everyFaultIsNamedAsOnTheOtherWay() {
        List<String> boxes = new ArrayList<>(boxes(200));
        boxes.set(2, boxes.get(2).replace("\"weight\":7", "\"weight\":400"));
        boxes.set(3, boxes.get(3).replace("A1", "Z9"));
        boxes.set(150, boxes.get(150).replace("\"weight\":7", "\"weight\":600"));

        JsonPath ended = upload("", boxes);

        assertThat(ended.getLong("inserted")).isEqualTo(197);
        assertThat(rejections(ended).getList("items.line")).containsExactly(3, 4, 151);
        assertThat(rejections(ended).getList("items.code"))
                .containsExactly("too-heavy", "unknown-village", "conflicts-with-stored-data");
    }

    @Test
    void aLineThatRefersToNothingClosesTheShortWayThoughNoConstraintIsViolated() {
        List<String> boxes = new ArrayList<>(boxes(200));
        boxes.set(190, boxes.get(190).replace("A1", "Z9"));

        JsonPath ended = upload("", boxes);

        assertThat(ended.getLong("inserted")).isEqualTo(199);
        assertThat(rejections(ended).getList("items.code")).containsExactly("unknown-village");
    }

    @Test
    void allOrNothingHoldsOnBothWays() {
        List<String> boxes = new ArrayList<>(boxes(300));

        JsonPath whole = upload("&atomic=true", boxes(300));
        boxes.set(290, boxes.get(290).replace("A1", "Z9"));
        JsonPath broken = upload("&atomic=true", boxes);

        assertThat(whole.getLong("inserted")).isEqualTo(300);
        assertThat(shortened(whole)).isEqualTo(300);
        assertThat(broken.getLong("inserted")).isZero();
        assertThat(rejections(broken).getList("items.line")).containsExactly(291);
        assertThat(shortened(broken)).isZero();
    }

    @Test
    void aChunkThatBlocksTheOneBeforeItGivesWay() {
        BoxImport.CONTENTION.set(Optional.of(new CountDownLatch(1)));
        Instant start = Instant.now();
        try {
            JsonPath ended = upload("", boxes(400));

            assertThat(ended.getLong("inserted")).isEqualTo(400);
            assertThat(shortened(ended)).isEqualTo(400);
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(15));
        } finally {
            BoxImport.CONTENTION.set(Optional.empty());
        }
    }

    /** How many lines went in on the short way. */
    private long shortened(JsonPath ended) {
        return database.count("select coalesce(sum(to_line - from_line + 1), 0) from merged_lines where import_id = '"
                + ended.getString("id") + "'");
    }

    private static List<String> boxes(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "{\"id\":\"%1$s\",\"label\":\"L%1$s\",\"shelf\":\"A1\",\"weight\":7}"
                        .formatted(UUID.randomUUID()))
                .toList();
    }

    private static JsonPath upload(String query, List<String> rows) {
        return ended(given().auth()
                .oauth2(Tokens.of("county-officer", COUNTY))
                .header("Content-Type", "application/x-ndjson")
                .body(String.join("\n", rows).getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?kind=boxes" + query)
                .then());
    }
}
