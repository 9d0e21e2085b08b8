package org.jingzhun.chassis.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jingzhun.chassis.bulk.Uploads.COUNTY;
import static org.jingzhun.chassis.bulk.Uploads.VILLAGE;
import static org.jingzhun.chassis.bulk.Uploads.ended;
import static org.jingzhun.chassis.bulk.Uploads.get;
import static org.jingzhun.chassis.bulk.Uploads.gzip;
import static org.jingzhun.chassis.bulk.Uploads.rejections;
import static org.jingzhun.chassis.bulk.Uploads.row;
import static org.jingzhun.chassis.bulk.Uploads.rows;
import static org.jingzhun.chassis.bulk.Uploads.upload;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jingzhun.chassis.parcel.Database;
import org.jingzhun.chassis.parcel.ParcelImport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes in, once and whole, whatever happens on the way. */
@QuarkusTest
class BulkImportTest {

    @Inject
    Database database;

    @Inject
    ImportSweep sweep;

    @Test
    void oneMalformedLineAmongAHundredThousandIsOneRejection() throws IOException {
        List<String> lines = rows(100_000).lines().collect(Collectors.toList());
        lines.set(49_999, "{\"id\": \"" + UUID.randomUUID() + "\", \"unknown\": 1, \"villageCode\": [}");
        byte[] body = gzip(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));

        JsonPath ended = ended(upload("", "application/x-ndjson", body, "Content-Encoding", "gzip"));

        assertThat(ended.getString("state")).isEqualTo("SUCCEEDED");
        assertThat(ended.getInt("lines")).isEqualTo(100_000);
        assertThat(ended.getInt("inserted")).isEqualTo(99_999);
        assertThat(ended.getInt("rejected")).isEqualTo(1);
        JsonPath rejections = rejections(ended);
        assertThat(rejections.getList("items.line")).containsExactly(50_000);
        assertThat(rejections.getList("items.code")).containsExactly("malformed-row");
        assertThat(rejections.getList("items.row")).containsExactly(lines.get(49_999));
        assertThat(database.count(
                        "select count(*) from staging_parcel where import_id = ?",
                        UUID.fromString(ended.getString("id"))))
                .isZero();
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        String body = rows(2500);
        assertThat(ended(upload("", body)).getInt("inserted")).isEqualTo(2500);

        JsonPath again = ended(upload("", body));

        assertThat(again.getInt("inserted")).isZero();
        assertThat(again.getInt("updated")).isZero();
        assertThat(again.getInt("unchanged")).isEqualTo(2500);
        JsonPath changed = ended(upload("", body.replace("parcel 7\"", "parcel seven\"")));
        assertThat(changed.getInt("updated")).isEqualTo(1);
        assertThat(changed.getInt("unchanged")).isEqualTo(2499);
        assertThat(database.column("select revision from parcel where label = 'parcel seven'"))
                .contains(2L);
    }

    @Test
    void theStatisticsOfATableThatHasMoreThanDoubledAreRefreshedAtOnce() throws SQLException {
        // Without holes that new rows could fill, and with nobody else who looks at it.
        Database.executeAsOwner("alter table parcel set (autovacuum_enabled = false)", "vacuum (full, analyze) parcel");
        String analyzed = "select coalesce(sum(analyze_count), 0) from pg_stat_user_tables where relname = 'parcel'";
        long before = database.count(analyzed);

        ended(upload("", rows(2500 + 2 * (int) database.count("select count(*) from parcel"))));

        await().untilAsserted(() -> assertThat(database.count(analyzed)).isGreaterThan(before));
        Database.executeAsOwner("alter table parcel reset (autovacuum_enabled)");
    }

    @Test
    void csvAndNdjsonSayTheSame() {
        UUID id = UUID.randomUUID();
        String csv = """
                \uFEFFvillageCode,id,label,owner,weight,sentOn,price,size,tags,fragile
                %s,%s,"a ""quoted"", long\nlabel",AB1234,12,2015-10-31,12.5,LARGE,one two,true
                """.formatted(VILLAGE, id);
        assertThat(ended(upload("", "text/csv", csv.getBytes(StandardCharsets.UTF_8)))
                        .getInt("inserted"))
                .isEqualTo(1);

        JsonPath again = ended(upload("", """
                {"id":"%s","villageCode":"%s","label":"a \\"quoted\\", long\\nlabel","owner":"AB1234","weight":12,\
                "sentOn":"2015-10-31","price":"12.50","size":"LARGE","tags":["one","two"],"fragile":true}
                """.formatted(id, VILLAGE)));

        assertThat(again.getInt("unchanged")).isEqualTo(1);
        assertThat(database.column("select price from parcel where id = ?", id)).containsExactly(1250L);
    }

    @Test
    void textSurvivesTheWayWhateverItHolds() {
        UUID id = UUID.randomUUID();
        String label = "\\N \\. \t 隆林 \uD83C\uDF3E ' \" é \r\n $1";
        String json = label.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\"", "\\\"")
                .replace("\r", "\\r")
                .replace("\n", "\\n");
        assertThat(ended(upload("", row(id, VILLAGE, json))).getInt("inserted")).isEqualTo(1);
        assertThat(database.column("select label from parcel where id = ?", id)).containsExactly(label);
    }

    @Test
    void ofRepeatedRowsTheFirstGoesIn() {
        UUID id = UUID.randomUUID();
        JsonPath ended = ended(upload("", row(id, VILLAGE, "first") + "\n" + row(id, VILLAGE, "second")));
        assertThat(database.column("select label from parcel where id = ?", id)).containsExactly("first");
        assertThat(rejections(ended).getString("items[0].detail")).contains("(1)");
        assertThat(rejections(ended).getString("items[0].row")).contains("\"label\": \"second\"");
    }

    /** At the intake, by a check, and by the database. */
    @Test
    void rejectedRowsLieSealedWhereverTheyWereRefused() {
        UUID id = UUID.randomUUID();
        UUID refused = UUID.randomUUID();
        JsonPath ended = ended(upload(
                "",
                String.join(
                        "\n",
                        row(UUID.randomUUID(), VILLAGE, "of " + refused).replace("{", "{\"nonsense\":1,"),
                        row(id, VILLAGE, "first"),
                        row(id, VILLAGE, "second, of " + refused),
                        row(refused, VILLAGE, "refused by the database"))));
        assertThat(rejections(ended).getList("items.line")).containsExactly(1, 3, 4);
        assertThat(rejections(ended).getList("items.row", String.class))
                .allSatisfy(row -> assertThat(row).contains(refused.toString()));
        UUID importId = UUID.fromString(ended.getString("id"));
        assertThat(database.count(
                        "select count(*) from import_rejection where import_id = ? and row is null and sealed is not null",
                        importId))
                .isEqualTo(3);
        assertThat(database.count(
                        "select count(*) from import_rejection where import_id = ?"
                                + " and position(convert_to(?, 'UTF8') in sealed) > 0",
                        importId,
                        refused.toString()))
                .isZero();
    }

    @Test
    void whatBelongsToAnotherAreaIsNotOverwritten() {
        UUID id = UUID.randomUUID();
        database.execute(
                "insert into parcel (id, village_code, label, owner_hash, weight) values (?, 511024100201, 'theirs', '', 1)",
                id);
        JsonPath ended = ended(upload("", rows(3) + "\n" + row(id, VILLAGE, "mine") + "\n" + rows(3)));
        assertThat(ended.getInt("inserted")).isEqualTo(6);
        assertThat(rejections(ended).getList("items.code")).containsExactly("outside-your-area");
        assertThat(rejections(ended).getList("items.line")).containsExactly(4);
        assertThat(database.column("select label from parcel where id = ?", id)).containsExactly("theirs");
    }

    @ParameterizedTest
    @CsvSource({"not json", "'{\"id\":1}'", "refused by the database"})
    void withAtomicOneBadRowStopsAll(String fault) {
        String bad = fault.startsWith("refused") ? row(UUID.randomUUID(), VILLAGE, fault) : fault;
        String marked = rows(1500).replace("parcel ", "atomic " + fault.length() + " ");
        JsonPath ended = ended(upload("&atomic=true", marked + "\n" + bad));

        assertThat(ended.getString("state")).isEqualTo("FAILED");
        assertThat(ended.getInt("inserted")).isZero();
        assertThat(ended.getInt("rejected")).isEqualTo(1);
        assertThat(rejections(ended).getInt("items[0].line")).isEqualTo(1501);
        assertThat(database.count("select count(*) from parcel where label like ?", "atomic " + fault.length() + " %"))
                .isZero();
        JsonPath job = get("/v1/jobs/" + ended.getString("id"));
        assertThat(job.getString("problem.code")).isEqualTo("import-rejected");
        assertThat(job.getString("problem.detail")).startsWith("1 of 1501 rows");
    }

    @Test
    void anAtomicImportWithoutFaultGoesInAsAWhole() {
        assertThat(ended(upload("&atomic=true", rows(2500))).getInt("inserted")).isEqualTo(2500);
    }

    @Test
    void aMergeThatIsInterruptedGoesOnAndMergesEachLineOnce() {
        ParcelImport.INTERRUPTIONS.set(2);
        JsonPath ended = ended(upload("", rows(4500)));

        assertThat(ended.getString("state")).isEqualTo("SUCCEEDED");
        assertThat(ended.getInt("inserted")).isEqualTo(4500);
        assertThat(database.column(
                        "select from_line from merged_lines where import_id = ? order by 1",
                        UUID.fromString(ended.getString("id"))))
                .containsExactly(1L, 1001L, 2001L, 3001L, 4001L);
        assertThat(ParcelImport.INTERRUPTIONS).hasValue(0);
    }

    @Test
    void aMergeThatNeverSucceedsFailsHonestlyAndKeepsWhatWentIn() throws Exception {
        ParcelImport.INTERRUPTIONS.set(1000);
        JsonPath ended = ended(upload("", rows(2500)));
        ParcelImport.INTERRUPTIONS.set(0);

        assertThat(ended.getString("state")).isEqualTo("FAILED");
        assertThat(ended.getInt("inserted")).isEqualTo(2000);
        UUID id = UUID.fromString(ended.getString("id"));
        assertThat(get("/v1/jobs/" + id).getString("problem.code")).isEqualTo("job-gave-up");
        sweep.sweep();
        assertThat(database.count("select count(*) from staging_parcel where import_id = ?", id))
                .isZero();
    }

    @Test
    void whoImportedWhatIsRecordedAndRejectedRowsAreForgottenAfterSomeWeeks() throws Exception {
        JsonPath ended = ended(upload("", "x\n" + rows(1)));
        UUID id = UUID.fromString(ended.getString("id"));
        assertThat(database.column(
                        "select subject from audit where action = 'import-uploaded' and object_id = ?", id.toString()))
                .containsExactly("county-officer@" + COUNTY);
        sweep.sweep();
        assertThat(rejections(ended).getList("items")).hasSize(1);
        database.execute("update import set created_at = now() - interval '31 days' where id = ?", id);
        sweep.sweep();
        assertThat(rejections(ended).getList("items")).isEmpty();
    }

    @Test
    void theStagedRowsOfACancelledImportAreSweptAway() throws Exception {
        UUID id = UUID.randomUUID();
        database.execute(
                "insert into job (id, kind, state, input, caller_subject, caller_name, caller_roles, area_from, area_to,"
                        + " finished_at) values (?, 'import', 'CANCELLED', '{}', 'x', 'x', '{}', 0, 1, now())",
                id);
        database.execute(
                "insert into import (id, kind, parameters, atomic, lines, staged_in) values (?, 'parcels', '{}', false,"
                        + " 1, 'staging_parcel')",
                id);
        database.execute(
                "insert into staging_parcel (import_id, line, id, village_code, label, weight) values (?, 1, ?, 1, '', 1)",
                id,
                id);
        sweep.sweep();
        assertThat(database.count("select count(*) from staging_parcel where import_id = ?", id))
                .isZero();
    }

    @Test
    void theFormatKnowsItsStagingTable() throws IOException {
        try (InputStream migration = getClass().getResourceAsStream("/db/migration/V002__parcel.sql")) {
            assertThat(migration).isNotNull();
            assertThat(new String(migration.readAllBytes(), StandardCharsets.UTF_8))
                    .contains(ParcelImport.format().ddl());
        }
    }
}
