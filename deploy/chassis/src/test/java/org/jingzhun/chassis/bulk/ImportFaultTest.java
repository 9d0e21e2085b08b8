package org.jingzhun.chassis.bulk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jingzhun.chassis.bulk.Uploads.COUNTY;
import static org.jingzhun.chassis.bulk.Uploads.VILLAGE;
import static org.jingzhun.chassis.bulk.Uploads.ended;
import static org.jingzhun.chassis.bulk.Uploads.get;
import static org.jingzhun.chassis.bulk.Uploads.rejections;
import static org.jingzhun.chassis.bulk.Uploads.row;
import static org.jingzhun.chassis.bulk.Uploads.rows;
import static org.jingzhun.chassis.bulk.Uploads.upload;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad rows are named and kept; the good ones go in. */
@QuarkusTest
class ImportFaultTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"id\":\"x\"                       | /id          | not-uuid",
                "\"villageCode\":\"45103110020\"    | /villageCode | not-division",
                "\"villageCode\":451031100201       | /villageCode | not-text",
                "\"villageCode\":\"511024100201\"   | /villageCode | outside-your-area",
                "\"villageCode\":\"451031100999\"   | /villageCode | unknown-village",
                "\"label\":\"\"                     | /label       | missing-field",
                "\"label\":null                     | /label       | missing-field",
                "\"label\":\"\\u0000\"              | /label       | unusable-character",
                "\"label\":\"\\ud800\"              | /label       | unusable-character",
                "\"label\":\"01234567890123456789012345678901234567890\" | /label | too-long",
                "\"label\":\"refused by the database\" | ``          | conflicts-with-stored-data",
                "\"owner\":\"nobody\"               | /owner       | not-matching",
                "\"weight\":1001                    | /weight      | not-integer",
                "\"weight\":1.5                     | /weight      | not-integer",
                "\"weight\":99999999999999999999    | /weight      | not-integer",
                "\"weight\":501,\"size\":\"SMALL\"  | /weight      | too-heavy",
                "\"sentOn\":\"2015-02-29\"          | /sentOn      | not-date",
                "\"price\":\"1.234\"                | /price       | not-money",
                "\"price\":\"-1\"                   | /price       | not-money",
                "\"size\":\"HUGE\"                  | /size        | not-allowed-value",
                "\"tags\":[\"a\",[\"b\"],{\"c\":1}] | /tags        | not-text",
                "\"tags\":[\"a\",\"b\",\"c\",\"d\"] | /tags        | not-list",
                "\"tags\":\"a\"                     | /tags        | not-list",
                "\"fragile\":\"true\"               | /fragile     | not-boolean",
                "\"colour\":{\"deep\":[1,2]}        | /colour      | unknown-field-in-row",
                "\"weight\":7,\"weight\":8          | /weight      | repeated-field"
            })
    void aFaultNamesItsFieldAndHarmsNoOtherRow(String fault, String pointer, String code) {
        String good = row(UUID.randomUUID(), VILLAGE, "good");
        String name = fault.substring(1, fault.indexOf('"', 1));
        String bad = good.replaceFirst(
                UUID.fromString(good.substring(7, 43)).toString(),
                UUID.randomUUID().toString());
        bad = bad.contains("\"" + name + "\"")
                ? bad.replaceFirst("\"" + name + "\":(\"[^\"]*\"|\\d+)", fault.replace("\\", "\\\\"))
                : bad.replace("}", "," + fault + "}");

        JsonPath ended = ended(upload("", bad + "\n" + good));

        assertThat(ended.getInt("inserted")).isEqualTo(1);
        JsonPath rejections = rejections(ended);
        assertThat(rejections.getList("items.line")).containsExactly(1);
        assertThat(rejections.getString("items[0].pointer")).isEqualTo(pointer);
        assertThat(rejections.getString("items[0].code")).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"{", "nonsense", "[]", "1", "{} {}", "{\"id\":1}}", "{\"weight\":01}"})
    void aLineThatIsNoObjectIsOneRejection(String line) {
        JsonPath ended = ended(upload("", rows(1) + "\n\n" + line + "\n" + rows(1)));
        assertThat(ended.getInt("inserted")).isEqualTo(2);
        assertThat(rejections(ended).getList("items.line")).containsExactly(3);
        assertThat(rejections(ended).getList("items.code")).containsExactly("malformed-row");
    }

    @Test
    void anEndlessLineSpoilsOnlyItself() {
        JsonPath ended = ended(upload("", rows(1) + "\n" + "x".repeat(3_000_000) + "\n" + rows(1)));
        assertThat(ended.getInt("inserted")).isEqualTo(2);
        assertThat(rejections(ended).getList("items.code")).containsExactly("line-too-long");
        assertThat(rejections(ended).getString("items[0].row")).hasSize(2000);
    }

    @Test
    void aCsvRowWithAnotherNumberOfCellsIsOneRejection() {
        String csv =
                "id,villageCode,label,owner,weight\n1,2,3\n%s,%s,fits,AB1234,1\n".formatted(UUID.randomUUID(), VILLAGE);
        JsonPath ended = ended(upload("", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        assertThat(ended.getInt("inserted")).isEqualTo(1);
        assertThat(rejections(ended).getList("items.code")).containsExactly("malformed-csv-row");
        assertThat(rejections(ended).getList("items.line")).containsExactly(2);
    }

    @Test
    void rejectionsCanBeReadByThePieceInTheClientsLanguageAndAsAFile() {
        JsonPath ended = ended(upload("", "x\n".repeat(7)));
        String path = "/v1/imports/" + ended.getString("id") + "/rejections";
        JsonPath piece = get(path + "?limit=3");
        assertThat(piece.getList("items.line")).containsExactly(1, 2, 3);
        assertThat(get(path + "?limit=5&after=" + piece.getString("next")).getList("items.line"))
                .containsExactly(4, 5, 6, 7);
        String chinese = given().auth()
                .oauth2(Tokens.of("county-officer", COUNTY))
                .header("Accept-Language", "zh-CN")
                .accept("text/csv")
                .get(path)
                .asString();
        assertThat(chinese.lines()).hasSize(8);
        assertThat(chinese).contains("该行不是 JSON 对象");
        for (String stranger : List.of(Tokens.of("surveyor", COUNTY), Tokens.of("county-officer", "511024"))) {
            given().auth().oauth2(stranger).get(path).then().statusCode(404);
        }
        given().auth().oauth2(Tokens.of("auditor", COUNTY)).get(path).then().statusCode(403);
    }
}
