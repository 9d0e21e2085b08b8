package org.jingzhun.acceptance.personal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jingzhun.acceptance.RunningSuite;
import org.jingzhun.standalone.Api;
import org.jingzhun.standalone.SuiteFailure;
import org.jingzhun.standalone.SuiteService;
import org.jingzhun.standalone.Token;
import org.jingzhun.standalone.platform.PlatformAddresses;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * After a whole sample run, and after callers were refused who sent people's numbers, no id number and no telephone of the
 * sample lies in any table, topic, log or answer to a refusal. {@code -Djingzhun.run} takes the suite that already runs with
 * its data in that directory.
 */
@Order(2)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonalDataTest {

    private static final Token OFFICER = Token.of("county-officer", "451031");
    private static final Token SYSTEM = Token.of("system", "45", "personal");

    private RunningSuite.Reach suite;
    private Numbers numbers;
    private Path sample;
    private Api api;

    @BeforeAll
    void takeASuite() throws IOException {
        suite = RunningSuite.anyWithTheSample();
        sample = suite.directory().resolve("sample");
        numbers = Numbers.in(List.of(sample, suite.directory().resolve("second-county")));
        api = new Api(suite.addresses(), suite.keys());
    }

    private static String firstLine(Path folder, String kind) throws IOException {
        Path file = folder.resolve(kind + ".ndjson");
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst().orElseThrow();
        }
    }

    private Path file(String content) throws IOException {
        return Files.writeString(Files.createTempFile("rows-", ".ndjson"), content + "\n");
    }

    /** What the service answered, without the address that was asked. */
    private static String answer(Runnable call) {
        try {
            call.run();
            return "";
        } catch (SuiteFailure refused) {
            String message = String.valueOf(refused.getMessage());
            return message.substring(message.indexOf(": ") + 2);
        }
    }

    /** Callers who send the numbers of somebody whom the suite knows, each time with something wrong. */
    private List<String> refusals() throws IOException {
        ObjectNode member = (ObjectNode) api.json().readTree(firstLine(sample, "members"));
        JsonNode household = api.json().readTree(firstLine(sample, "households"));
        String number = member.path("idNumber").asText();
        ObjectNode body = household.deepCopy();
        body.remove(List.of("id"));
        ObjectNode person = member.deepCopy();
        person.remove("householdId");
        person.put("id", UUID.randomUUID().toString());
        body.putArray("members").add(person);
        String elsewhere = "/v1/households/" + UUID.randomUUID();
        ObjectNode unknownField = body.deepCopy().put("bankAccount", number);
        ObjectNode wrongType = body.deepCopy();
        wrongType.put("members", number);
        ObjectNode wrongSex = body.deepCopy();
        ((ObjectNode) wrongSex.path("members").path(0)).put("relation", number);
        List<String> answers = new ArrayList<>();
        for (ObjectNode wrong : List.of(body, unknownField, wrongType, wrongSex)) {
            answers.add(answer(() -> api.put(SuiteService.IDENTIFICATION, OFFICER, elsewhere, wrong)));
        }
        answers.add(answer(() -> api.get(SuiteService.IDENTIFICATION, OFFICER, "/v1/households/" + number)));
        answers.add(answer(() -> api.get(SuiteService.IDENTIFICATION, OFFICER, "/v1/households?division=" + number)));
        answers.add(answer(() -> api.get(SuiteService.FUNDING, OFFICER, "/v1/households/" + number + "/benefits")));
        answers.add(answer(() -> api.get(SuiteService.PAIRING, OFFICER, "/v1/handbooks/" + number)));
        answers.addAll(imports(member, number));
        return answers;
    }

    /** Rows that do not go in are kept, and so are their numbers: sealed. */
    private List<String> imports(ObjectNode member, String number) throws IOException {
        ObjectNode twin = member.deepCopy().put("id", UUID.randomUUID().toString());
        ObjectNode unknown = member.deepCopy().put("relation", number);
        Path rows = file(twin + "\n" + unknown);
        JsonNode job = api.importFile(SuiteService.IDENTIFICATION, SYSTEM, "kind=members", rows);
        assertThat(job.findValue("rejected").asInt()).as(job.toPrettyString()).isEqualTo(2);
        List<String> answers = new ArrayList<>(List.of(job.toString()));
        Path foreign = file(
                "{\"id\":\"%s\",\"idNumber\":\"%s\",\"account\":\"%s\"}".formatted(UUID.randomUUID(), number, number));
        answers.add(answer(() -> api.importFile(SuiteService.FUNDING, SYSTEM, "kind=benefits", foreign)));
        answers.add(answer(() -> api.importFile(SuiteService.PAIRING, SYSTEM, "kind=helpers", foreign)));
        return answers;
    }

    @Test
    void noNumberOfAnybodyIsLeftAnywhere() throws IOException, SQLException {
        assertThat(numbers.ids()).hasSizeGreaterThan(300_000);
        assertThat(numbers.phones()).isNotEmpty();
        List<String> refused = refusals();
        assertThat(refused).filteredOn(answer -> !answer.isEmpty()).hasSizeGreaterThan(8);

        var places = new Places(numbers);
        refused.forEach(answer -> places.text("answers", answer));
        PlatformAddresses platform =
                PlatformAddresses.read(suite.directory().resolve("platform").resolve("platform.properties"));
        for (PlatformAddresses.Database database : platform.databases()) {
            places.database(database);
        }
        places.topics(platform.bootstrapServers());
        places.logs(suite.directory());

        System.out.printf("%d places, %d MB looked through%n", places.places(), places.bytes() >> 20);
        assertThat(places.found())
                .as("numbers of people, by the place where they were found")
                .isEmpty();
    }

    /** The test would see them. */
    @Test
    void aNumberIsFoundWhereverItStands() throws IOException {
        String id = api.json()
                .readTree(firstLine(sample, "members"))
                .path("idNumber")
                .asText();
        long phone = numbers.phones().iterator().next();
        var looking = new Looking(numbers);
        looking.look("x" + id + ",");
        looking.look("99" + id);
        looking.look("tel " + phone);
        looking.look("1" + phone);
        looking.look(id.substring(0, 6) + "********" + id.substring(14));
        assertThat(looking.found()).isEqualTo(3);
    }
}
