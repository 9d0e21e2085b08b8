package org.jingzhun.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.jingzhun.acceptance.Manifests.Manifest;
import org.jingzhun.standalone.SuiteService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The manifests of {@code deploy/kubernetes} say the same as the services and {@code deploy/connect}. */
class ManifestsTest {

    private static final Path ROOT = RunningSuite.root();
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(:[^}]*)?}");
    private static final Pattern SUBSCRIPTION = Pattern.compile("mp\\.messaging\\.incoming\\.[^.]+\\.topics?");
    private static final Set<String> OF_THE_JAVA_MACHINE = Set.of("JAVA_TOOL_OPTIONS");

    @Test
    void everyManifestHasItsKindAndNameAndIsAppliedOnce() {
        assertThat(Manifests.all()).isNotEmpty().allSatisfy(manifest -> {
            assertThat(manifest.content().path("apiVersion").asText())
                    .as("apiVersion in %s", manifest.file())
                    .isNotEmpty();
            assertThat(manifest.kind()).as("kind in %s", manifest.file()).isNotEmpty();
        });
        assertThat(Manifests.all())
                .filteredOn(manifest -> !manifest.kind().equals("Kustomization"))
                .extracting(manifest -> manifest.kind() + " " + manifest.name())
                .doesNotHaveDuplicates()
                .noneMatch(title -> title.endsWith(" "));
        assertThat(Manifests.kustomizations()).allSatisfy(kustomization -> assertThat(kustomization.resources())
                .as("resources in %s", kustomization.folder())
                .containsExactlyInAnyOrderElementsOf(kustomization.present()));
    }

    @ParameterizedTest
    @EnumSource(SuiteService.class)
    void everyVariableIsOneThatTheServiceReadsAndNoneIsMissing(SuiteService service) throws IOException {
        Map<String, Boolean> read = new HashMap<>();
        for (String value : configuration(service).values()) {
            VARIABLE.matcher(value)
                    .results()
                    .forEach(variable -> read.merge(variable.group(1), variable.group(2) == null, Boolean::logicalOr));
        }
        Set<String> needed = read.keySet().stream().filter(read::get).collect(Collectors.toCollection(TreeSet::new));
        Set<String> given = new TreeSet<>();
        container(service)
                .path("env")
                .forEach(variable -> given.add(variable.path("name").asText()));

        assertThat(given).containsAll(needed);
        assertThat(given)
                .allMatch(
                        name -> read.containsKey(name) || isOfKafkasClient(name) || OF_THE_JAVA_MACHINE.contains(name),
                        "is read by " + service.title());
    }

    private static boolean isOfKafkasClient(String name) {
        return name.startsWith("KAFKA_")
                && ConsumerConfig.configNames()
                        .contains(name.substring("KAFKA_".length())
                                .replace('_', '.')
                                .toLowerCase(java.util.Locale.ROOT));
    }

    @ParameterizedTest
    @EnumSource(SuiteService.class)
    void theContainerListensWhereTheServiceDoesAndIsAskedForItsHealth(SuiteService service) throws IOException {
        String port = configuration(service).get("quarkus.http.port");
        JsonNode container = container(service);
        assertThat(port).isEqualTo("${JINGZHUN_HTTP_PORT:%s}", container.at("/ports/0/containerPort"));
        assertThat(container.at("/startupProbe/httpGet/path").asText()).isEqualTo("/q/health/started");
        assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/q/health/ready");
        assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/q/health/live");
        assertThat(container.at("/resources/limits").size()).isEqualTo(2);
        assertThat(Manifests.get("PodDisruptionBudget", service.title()).spec().at("/selector/matchLabels"))
                .isEqualTo(Manifests.get("Deployment", service.title()).spec().at("/selector/matchLabels"));
    }

    @ParameterizedTest
    @EnumSource(SuiteService.class)
    void aServiceMayReadExactlyTheTopicsToWhichItSubscribes(SuiteService service) throws IOException {
        Set<String> allowed = new TreeSet<>();
        for (JsonNode rule : Manifests.get("KafkaUser", service.title()).spec().at("/authorization/acls")) {
            if (rule.at("/resource/type").asText().equals("topic")) {
                allowed.add(rule.at("/resource/name").asText());
            }
        }
        Set<String> subscribed = configuration(service).entrySet().stream()
                .filter(setting -> SUBSCRIPTION.matcher(setting.getKey()).matches())
                .flatMap(setting -> Stream.of(setting.getValue().split(",")))
                .collect(Collectors.toCollection(TreeSet::new));
        subscribed.add(service.database() + ".audit"); // the heads with which the trail is compared
        assertThat(allowed).isEqualTo(subscribed);
    }

    @Test
    void theTopicsAreThoseOfTheSuite() throws IOException {
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> topics = properties(ROOT.resolve("deploy/connect/topics.properties"));
        String partitions = topics.remove("partitions");
        topics.forEach((name, kept) -> {
            expected.put(name, partitions + (kept.equals("state") ? " compact" : " delete"));
            expected.put(name + ".dead", partitions + " delete");
        });
        for (SuiteService service : SuiteService.values()) {
            expected.put("__debezium-heartbeat." + service.database(), "1 compact");
        }
        Map<String, String> found = new TreeMap<>();
        for (Manifest topic : Manifests.ofKind("KafkaTopic")) {
            found.put(
                    topic.spec().path("topicName").asText(),
                    topic.spec().path("partitions").asText() + " "
                            + topic.spec().at("/config/cleanup.policy").asText());
        }
        assertThat(found).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(SuiteService.class)
    void aConnectorIsConfiguredAsOnOneMachineButForTlsAndFailover(SuiteService service) throws IOException {
        String secret = "${secrets:jingzhun/%s-db-debezium:".formatted(service.database());
        String outbox = Files.readString(ROOT.resolve("deploy/connect/outbox.json"))
                .replace("{{postgres.host}}", service.database() + "-db-rw")
                .replace("{{postgres.port}}", "5432")
                .replace("{{debezium.user}}", secret + "username}")
                .replace("{{debezium.password}}", secret + "password}")
                .replace("{{database}}", service.database());
        Map<String, String> expected = new TreeMap<>();
        new ObjectMapper()
                .readTree(outbox)
                .properties()
                .forEach(setting ->
                        expected.put(setting.getKey(), setting.getValue().asText()));
        expected.put("database.sslmode", "require");
        expected.put("slot.failover", "true");

        JsonNode spec =
                Manifests.get("KafkaConnector", service.database() + "-outbox").spec();
        Map<String, String> found = new TreeMap<>();
        spec.path("config")
                .properties()
                .forEach(setting ->
                        found.put(setting.getKey(), setting.getValue().asText()));
        found.put("connector.class", spec.path("class").asText());
        found.put("tasks.max", spec.path("tasksMax").asText());
        assertThat(found)
                .as("deploy/kubernetes/kafka/connectors.yaml says what deploy/connect/outbox.json says")
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(SuiteService.class)
    void aDatabaseHasTheOwnerTheServicesRoleAndTheConnectorsRole(SuiteService service) {
        String name = service.database();
        JsonNode spec = Manifests.get("Cluster", name + "-db").spec();
        assertThat(spec.at("/bootstrap/initdb/database").asText()).isEqualTo(name);
        assertThat(spec.at("/bootstrap/initdb/owner").asText()).isEqualTo(name + "_owner");
        assertThat(spec.at("/managed/roles").findValuesAsText("name")).contains(name + "_app", "debezium");
        assertThat(Stream.of(spec.at("/bootstrap/initdb/postInitApplicationSQL"))
                        .flatMap(JsonNode::valueStream)
                        .map(JsonNode::asText))
                .contains(
                        "alter schema public owner to %s_owner".formatted(name),
                        "grant usage on schema public to %s_app, debezium".formatted(name));
    }

    @Test
    void theReadmeNamesEverySecretThatTheManifestsRefer() throws IOException {
        String readme = Files.readString(Manifests.FOLDER.resolve("README.md"));
        Set<String> referred = new TreeSet<>();
        for (Manifest manifest : Manifests.all()) {
            referred.addAll(manifest.content().findValuesAsText("secretName"));
            referred.addAll(manifest.content().findValuesAsText("pushSecret"));
            for (String reference : Set.of("secretKeyRef", "passwordSecret", "secret")) {
                manifest.content()
                        .findValues(reference)
                        .forEach(secret -> referred.add(secret.path("name").asText()));
            }
        }
        referred.remove("");
        assertThat(referred)
                .hasSizeGreaterThan(10)
                .allMatch(secret -> readme.contains("`" + secret + "`"), "is explained");
    }

    @Test
    void kafkaAndDebeziumHaveTheVersionsOfTheBuild() throws IOException {
        String pom = Files.readString(ROOT.resolve("pom.xml"));
        Manifest connect = Manifests.get("KafkaConnect", "jingzhun-connect");
        String kafka = connect.spec().path("version").asText();
        assertThat(Manifests.get("Kafka", "jingzhun")
                        .spec()
                        .at("/kafka/version")
                        .asText())
                .isEqualTo(kafka);
        String debezium =
                connect.spec().at("/build/plugins/0/artifacts/0/version").asText();
        assertThat(pom)
                .contains("<kafka.version>" + kafka + "</kafka.version>")
                .contains("<debezium.version>" + debezium + "</debezium.version>");
    }

    @Test
    void theRealmHasTheRolesThatTheServicesAskFor() throws IOException {
        Set<String> asked = new TreeSet<>();
        for (SuiteService service : SuiteService.values()) {
            Path matrix = ROOT.resolve(service.title()).resolve("src/main/resources/permission-matrix.csv");
            Files.readAllLines(matrix).stream()
                    .skip(1)
                    .map(line -> line.split(","))
                    .filter(cells -> cells.length > 2)
                    .flatMap(cells -> Stream.of(cells[2].strip().split(" ")))
                    .filter(role -> role.matches("[a-z-]+") && !role.equals("anonymous"))
                    .forEach(asked::add);
        }
        JsonNode realm = new ObjectMapper()
                .readTree(Manifests.FOLDER.resolve("keycloak/realm.json").toFile());
        assertThat(new TreeSet<>(realm.at("/roles/realm").findValuesAsText("name")))
                .isEqualTo(asked);
        assertThat(realm.path("clients").findValuesAsText("clientId"))
                .contains("jingzhun-people", "jingzhun-phones", "jingzhun-system");
        assertThat(realm.path("clients"))
                .filteredOn(client -> !client.path("clientId").asText().equals("jingzhun"))
                .allSatisfy(client -> assertThat(client.path("protocolMappers").findValuesAsText("claim.name"))
                        .contains("groups", "area", "helperId"))
                .allSatisfy(client -> assertThat(
                                client.path("directAccessGrantsEnabled").asBoolean())
                        .isFalse());
    }

    private static JsonNode container(SuiteService service) {
        return Manifests.get("Deployment", service.title()).spec().at("/template/spec/containers/0");
    }

    /** What the service reads: the defaults of all services, and its own settings. */
    private static Map<String, String> configuration(SuiteService service) throws IOException {
        Map<String, String> all =
                properties(ROOT.resolve("deploy/chassis/src/main/resources/META-INF/microprofile-config.properties"));
        all.putAll(properties(ROOT.resolve(service.title()).resolve("src/main/resources/application.properties")));
        return all;
    }

    private static Map<String, String> properties(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Map<String, String> all = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> all.put(name, properties.getProperty(name)));
        return all;
    }
}
