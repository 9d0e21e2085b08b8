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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jingzhun.chassis.parcel.CrateImport;
import org.jingzhun.chassis.parcel.Database;
import org.jingzhun.chassis.testing.Tokens;
import org.junit.jupiter.api.Test;

/** Chunks that are merged two at a time leave what they would have left one by one. */
@QuarkusTest
class OverlappingImportTest {

    @Inject
    Database database;

    @Test
    void everyLineGoesInOnceAndInOrder() {
        List<String> crates = crates(1_000);

        JsonPath first = upload(crates);

        assertThat(first.getLong("inserted")).isEqualTo(1_000);
        assertThat(mergedInOrder(first)).isTrue();
        assertThat(database.count(stagedRows(first))).isZero();
        assertThat(upload(crates).getLong("unchanged")).isEqualTo(1_000);
    }

    @Test
    void aLineThatTheDatabaseRefusesHarmsNoOther() {
        List<String> crates = new ArrayList<>(crates(1_000));
        crates.set(555, crates.get(555).replace("\"A1\"", "\"BROKEN\""));

        JsonPath ended = upload(crates);

        assertThat(ended.getLong("inserted")).isEqualTo(999);
        assertThat(rejections(ended).getList("items.line")).containsExactly(556);
        assertThat(rejections(ended).getList("items.code")).containsExactly("conflicts-with-stored-data");
    }

    @Test
    void aChunkThatFailsTakesThoseBehindItBackAndAllAreDoneAgain() {
        CrateImport.INTERRUPTIONS.set(2);

        JsonPath ended = upload(crates(1_000));

        assertThat(CrateImport.INTERRUPTIONS).hasValue(0);
        assertThat(ended.getLong("inserted")).isEqualTo(1_000);
        assertThat(ended.getLong("unchanged")).isZero();
        assertThat(mergedInOrder(ended)).isTrue();
    }

    private boolean mergedInOrder(JsonPath ended) {
        String condition = " where import_id = '" + ended.getString("id") + "'";
        return database.count("select sum(to_line - from_line + 1) from merged_lines" + condition) == 1_000
                && database.count("select count(*) from (select from_line, lag(to_line, 1, 0::bigint) over"
                                + " (order by seq) as before from merged_lines" + condition
                                + ") l where from_line <> before + 1")
                        == 0;
    }

    private static String stagedRows(JsonPath ended) {
        return "select count(*) from staging_crate where import_id = '" + ended.getString("id") + "'";
    }

    private static List<String> crates(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "{\"id\":\"%s\",\"shelf\":\"A1\",\"packedIn\":2015}".formatted(UUID.randomUUID()))
                .toList();
    }

    private static JsonPath upload(List<String> rows) {
        return ended(given().auth()
                .oauth2(Tokens.of("county-officer", COUNTY))
                .header("Content-Type", "application/x-ndjson")
                .body(String.join("\n", rows).getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?kind=crates")
                .then());
    }
}
