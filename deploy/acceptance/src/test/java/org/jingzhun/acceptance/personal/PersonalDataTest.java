package org.jingzhun.acceptance.personal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
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
    /** Of somebody who is in no sample: the example of GB 11643. */
    private static final String STRANGER = "11010519491231002X";

    private static final String PHONE = "13800138000";
    private static final String ACCOUNT = "6222020200112230";
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
        Path plain = folder.resolve(kind + ".ndjson");
        try (var lines = new BufferedReader(new InputStreamReader(
                Numbers.open(Files.exists(plain) ? plain : folder.resolve(kind + ".ndjson.gz")),
                StandardCharsets.UTF_8))) {
            return Objects.requireNonNull(lines.readLine());
        }
    }

    private Path file(String content) throws IOException {
        return Files.writeString(Files.createTempFile("rows-", ".ndjson"), content + "\n");
    }

    /** What the service answered, without the address that was asked. */
    private static String answer(Supplier<Object> call) {
        try {
            return call.get().toString();
        } catch (SuiteFailure refused) {
            String message = String.valueOf(refused.getMessage());
            return message.substring(message.indexOf(": ") + 2);
        }
    }

    /** Callers who send the numbers of somebody whom the suite knows, or of a stranger, each time with something wrong. */
    private List<String> refusals() throws IOException {
        ObjectNode member = (ObjectNode) api.json().readTree(firstLine(sample, "members"));
        ObjectNode household = (ObjectNode) api.json().readTree(firstLine(sample, "households"));
        List<String> answers = new ArrayList<>();
        for (String number : List.of(member.path("idNumber").asText(), STRANGER, PHONE, ACCOUNT)) {
            for (ObjectNode wrong : wrongHouseholds(household, member, number)) {
                answers.add(answer(() ->
                        api.put(SuiteService.IDENTIFICATION, OFFICER, "/v1/households/" + UUID.randomUUID(), wrong)));
            }
            answers.addAll(wrongPaths(number));
            answers.addAll(wrongRows(member, number));
        }
        return answers;
    }

    private static List<ObjectNode> wrongHouseholds(ObjectNode household, ObjectNode member, String number) {
        ObjectNode body = household.deepCopy();
        body.remove(List.of("id"));
        ObjectNode person = member.deepCopy();
        body.putArray("members").add(person);
        person.remove("householdId");
        person.put("id", UUID.randomUUID().toString());
        ObjectNode unknownField = body.deepCopy().put("bankAccount", number);
        ObjectNode wrongType = body.deepCopy().put("members", number);
        ObjectNode wrongRelation = body.deepCopy();
        ((ObjectNode) wrongRelation.at("/members/0")).put("relation", number);
        ObjectNode wrongNumber = body.deepCopy();
        ((ObjectNode) wrongNumber.at("/members/0")).put("idNumber", number + "9");
        return List.of(
                body,
                unknownField,
                wrongType,
                wrongRelation,
                wrongNumber,
                body.deepCopy().put("phone", number + "9"));
    }

    private List<String> wrongPaths(String number) {
        return List.of(
                answer(() -> api.get(SuiteService.IDENTIFICATION, OFFICER, "/v1/households/" + number)),
                answer(() -> api.get(SuiteService.IDENTIFICATION, OFFICER, "/v1/households?division=" + number)),
                answer(() -> api.get(SuiteService.FUNDING, OFFICER, "/v1/households/" + number + "/benefits")),
                answer(() -> api.get(SuiteService.PAIRING, OFFICER, "/v1/handbooks/" + number)));
    }

    /** Rows that do not go in are kept, and so are their numbers: sealed. What is told of them are their faults. */
    private List<String> wrongRows(ObjectNode member, String number) throws IOException {
        ObjectNode twin = member.deepCopy().put("id", UUID.randomUUID().toString());
        ObjectNode unknown = member.deepCopy().put("relation", number);
        Path rows = file(twin + "\n" + unknown);
        JsonNode job = api.importFile(SuiteService.IDENTIFICATION, SYSTEM, "kind=members", rows);
        assertThat(job.findValue("rejected").asInt()).as(job.toPrettyString()).isEqualTo(2);
        Path foreign = file(
                "{\"id\":\"%1$s\",\"idNumber\":\"%2$s\",\"account\":\"%2$s\"}".formatted(UUID.randomUUID(), number));
        return List.of(
                job.toString(),
                answer(() -> api.importFile(SuiteService.FUNDING, SYSTEM, "kind=loans", foreign)),
                answer(() -> api.importFile(SuiteService.PAIRING, SYSTEM, "kind=helpers", foreign)));
    }

    private PlatformAddresses platform() throws IOException {
        return PlatformAddresses.read(suite.directory().resolve("platform").resolve("platform.properties"));
    }

    @Test
    void noNumberOfAnybodyIsLeftAnywhere() throws IOException, SQLException {
        assertThat(numbers.ids()).hasSizeGreaterThan(300_000);
        assertThat(numbers.phones()).hasSizeGreaterThan(50_000);
        List<String> refused = refusals();
        assertThat(refused).allSatisfy(answer -> assertThat(answer).isNotBlank());

        var places = new Places(numbers.and(STRANGER, PHONE, ACCOUNT));
        refused.forEach(answer -> places.text("answers", answer));
        for (PlatformAddresses.Database database : platform().databases()) {
            places.database(database, schema -> !schema.equals(Planted.NAME));
        }
        places.topics(platform().bootstrapServers(), topic -> !topic.equals(Planted.NAME));
        places.files(suite.directory());

        System.out.printf("%d places, %d MB looked through%n", places.names().size(), places.bytes() >> 20);
        assertThat(places.names())
                .contains(
                        "identification.public.member",
                        "identification.public.member.secrets",
                        "identification.public.import_rejection.sealed",
                        "funding.public.journal_entry (figures)",
                        "pairing.public.pairing",
                        "topic identification.register",
                        "file logs/identification-service.log");
        assertThat(places.found())
                .as("numbers of people, by the place where they were found")
                .isEmpty();
    }

    /** The test would see them: one is laid into columns of each type, a topic, a log and an answer. */
    @Test
    void aNumberIsFoundWhereverItIsLaid() throws Exception {
        String phone = numbers.phones().iterator().next().toString();
        var places = new Places(numbers);
        var planted = new Planted(platform(), "funding", suite.directory());
        try {
            planted.lay(phone);
            places.database(platform().database("funding"), Planted.NAME::equals);
            places.topics(platform().bootstrapServers(), Planted.NAME::equals);
            places.files(suite.directory().resolve("logs"));
            places.text("answers", "{\"detail\":\"Telephone (%s) is unknown.\"}".formatted(phone));
        } finally {
            planted.takeAway();
        }
        assertThat(places.found().keySet())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Planted.tables("funding").stream(),
                                Stream.of("topic " + Planted.NAME, "file " + Planted.NAME + ".log", "answers"))
                        .toList());
        assertThat(places.found().get("topic " + Planted.NAME))
                .as("as a key, in a value, in a header")
                .containsExactly(Map.entry(Looking.Kind.TELEPHONE, 3L));
    }
}
