package org.jingzhun.acceptance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jingzhun.acceptance.RunningSuite;
import org.jingzhun.standalone.SuiteService;
import org.junit.jupiter.api.Test;

/** The judge finds what is wrong in one line of a stream, with the rows that the document itself shows. */
class JudgeTest {

    private static final SuiteService SERVICE = SuiteService.PAIRING;
    private static final int STREAMS_AT_LEAST = 20;
    private static final Call CALL = call("/v1/links");

    @Test
    void everyLineOfAStreamIsHeldToTheSchemaOfARow() throws IOException {
        ApiDocument document = ApiDocument.read(SERVICE, RunningSuite.root());
        JsonNode paths = new ObjectMapper(new YAMLFactory())
                .readTree(document.file().toFile())
                .path("paths");
        var judge = new Judge(document, Duration.ofSeconds(15));
        int streams = 0;
        for (Operation operation : document.operations()) {
            JsonNode shown = paths.path(operation.path())
                    .path("get")
                    .path("responses")
                    .path("200")
                    .path("content")
                    .path(ApiDocument.NDJSON);
            if (operation.method().equals("GET")
                    && shown.path("example") instanceof ObjectNode row
                    && required(document, shown).size() > 0) {
                streams++;
                assertThat(complaints(judge, operation, row + "\n" + row + "\n"))
                        .as(operation.title())
                        .isEmpty();
                ObjectNode torn = row.deepCopy();
                torn.remove(required(document, shown).path(0).asText());
                assertThat(complaints(judge, operation, row + "\n" + torn + "\n"))
                        .as(operation.title())
                        .singleElement()
                        .satisfies(complaint -> assertThat(complaint.kind())
                                .isEqualTo("row-not-as-promised validation.response.body.schema.required"));
            }
        }
        assertThat(streams).isGreaterThanOrEqualTo(STREAMS_AT_LEAST);
    }

    @Test
    void aTableHasAMarkAHeadOfFieldsAndWholeRows() throws IOException {
        ApiDocument document = ApiDocument.read(SERVICE, RunningSuite.root());
        JsonNode fields = document.fieldsOfARow("/v1/links");
        assertThat(Tables.complaint("\ufeffid,kind\r\n1,\"a\nb\"\r\n", fields)).isEmpty();
        assertThat(Tables.complaint("\ufeffid,kind\r\n", fields)).isEmpty();
        assertThat(kind("id,kind\r\n", fields)).isEqualTo("table-no-mark");
        assertThat(kind("\ufeffid,secret\r\n1,2\r\n", fields)).isEqualTo("table-unknown-column secret");
        assertThat(kind("\ufeffid,kind\r\n1,2\r\n1\r\n", fields)).isEqualTo("table-torn");
    }

    private static String kind(String table, JsonNode fields) {
        return Tables.complaint(table, fields).orElseThrow().kind();
    }

    private static JsonNode required(ApiDocument document, JsonNode shown) {
        return document.flat(shown.path("schema")).path("required");
    }

    @Test
    void ofAStreamThatStillComesTheWholeLinesAreJudged_andOfFilesNothing() throws IOException {
        ApiDocument document = ApiDocument.read(SERVICE, RunningSuite.root());
        Operation operation = listOfLinks(document);
        var judge = new Judge(document, Duration.ofSeconds(15));
        String torn = "{\"id\":";
        assertThat(judge.complaints(operation, CALL, answer(ApiDocument.NDJSON, torn, Duration.ZERO, false)))
                .isEmpty();
        assertThat(judge.complaints(operation, CALL, answer(ApiDocument.NDJSON, torn, Duration.ZERO, true)))
                .isNotEmpty();
        assertThat(judge.complaints(operation, CALL, answer(ApiDocument.NDJSON, torn + "\n{", Duration.ZERO, false)))
                .isNotEmpty();
        assertThat(judge.complaints(operation, CALL, answer("application/zip", torn, Duration.ZERO, false)))
                .isEmpty();
        assertThat(judge.complaints(operation, CALL, answer("application/zip", torn, Duration.ofSeconds(16), false)))
                .extracting(Judge.Complaint::kind)
                .containsExactly("slow");
    }

    private static Operation listOfLinks(ApiDocument document) {
        return document.operations().stream()
                .filter(each -> each.path().equals("/v1/links") && each.method().equals("GET"))
                .findFirst()
                .orElseThrow();
    }

    private static List<Judge.Complaint> complaints(Judge judge, Operation operation, String lines) {
        String path = operation.path().replaceAll("\\{[^}]+}", "1");
        return judge.complaints(operation, call(path), answer(ApiDocument.NDJSON, lines, Duration.ZERO, true));
    }

    private static Call call(String path) {
        return new Call(SERVICE, "GET", path, Map.of(), null, null, "right", false);
    }

    private static Sender.Answer answer(String type, String body, Duration took, boolean whole) {
        return new Sender.Answer(
                200,
                HttpHeaders.of(Map.of("Content-Type", List.of(type)), (name, value) -> true),
                body.getBytes(StandardCharsets.UTF_8),
                took,
                whole,
                "");
    }
}
