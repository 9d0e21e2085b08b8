package org.jingzhun.chassis.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.testing.Tokens;
import org.jingzhun.chassis.thing.Thing;
import org.jingzhun.chassis.thing.Things;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditedListsTest {

    private static final String LIST = "/v1/things/personal";

    @Inject
    Things things;

    /** Somebody new in a county of 2500 things. */
    private String readerOf(String county) {
        String reader = "reader-" + UUID.randomUUID();
        List<Thing> rows = IntStream.range(0, 2500)
                .mapToObj(row -> new Thing(UUID.randomUUID(), Long.parseLong(county + "001001"), "thing " + row, 1))
                .toList();
        CallerScope.run(Caller.system("test"), () -> rows.forEach(things::put));
        return Tokens.of("county-officer", county, reader) + " " + reader;
    }

    private static String read(String reader, String accept, String query) {
        return given().auth()
                .oauth2(reader.split(" ")[0])
                .accept(accept)
                .get(LIST + query)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static JsonPath recorded(String area, String reader) {
        return given().auth()
                .oauth2(Tokens.of("auditor", area))
                .get("/v1/audit?action=things-listed&subject=" + reader.split(" ")[1])
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void eachReadingLeavesOneRecordHoweverManyRowsItHas() {
        String reader = readerOf("450111");
        read(reader, "application/json", "?limit=3&division=450111&state=OPEN&q=Li&other=two%20words");
        assertThat(read(reader, "application/x-ndjson", "").lines()).hasSize(2500);
        assertThat(read(reader, "text/csv", "").lines()).hasSize(2501);

        JsonPath records = recorded("450111", reader);
        assertThat(records.getList("items.details.rows")).containsExactly(3, 2500, 2500);
        assertThat(records.getList("items.objectId")).containsExactly("450111000000", "all", "all");
        assertThat(records.getMap("items[0].details.filters"))
                .isEqualTo(Map.of("division", "450111", "state", "OPEN", "q", "(text)", "other", "(text)"));
        assertThat(recorded("450112", reader).getList("items")).isEmpty();
    }

    @Test
    void aListOfAForeignAreaIsRecordedInTheReadersOwn() {
        String reader = readerOf("450113");
        read(reader, "application/json", "?division=450114");
        assertThat(recorded("450113", reader).getList("items")).hasSize(1);
        assertThat(recorded("450114", reader).getList("items")).isEmpty();
    }

    @Test
    void aReaderWhoHangsUpIsRecordedToo() throws IOException {
        String reader = readerOf("450115");
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            String request = "GET " + LIST + " HTTP/1.1\r\nHost: x\r\nAccept: application/x-ndjson\r\n"
                    + "Authorization: Bearer " + reader.split(" ")[0] + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read()).isEqualTo('H');
        }
        await().until(() -> recorded("450115", reader).getList("items").size() == 1);
    }
}
