package org.jingzhun.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** The realm of the suite in a running Keycloak, seen by its administrator. */
public final class KeycloakRealm implements AutoCloseable {

    private static final int FIRST_ERROR = 400;
    private static final int NOT_FOUND = 404;
    /** Less than the minute for which Keycloak makes it. */
    private static final Duration ADMIN_TOKEN_SERVES = Duration.ofSeconds(30);

    private final Issuer issuer;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private String adminToken = "";
    private long adminUntil = System.nanoTime() - 1;

    public KeycloakRealm(Issuer issuer) {
        this.issuer = issuer;
    }

    /** Makes it from its file if it is not there yet. */
    void create(Path file) {
        HttpResponse<String> known = send(admin("").GET());
        if (known.statusCode() != NOT_FOUND) {
            return;
        }
        try {
            ObjectNode realm = (ObjectNode) json.readTree(file.toFile());
            for (JsonNode each : realm.path("clients")) {
                if (each.path("clientId").asText().equals(Issuer.AUDIENCE)) {
                    ((ObjectNode) each).put("secret", issuer.serviceSecret());
                }
            }
            answered(send(HttpRequest.newBuilder(URI.create(issuer.server() + "/admin/realms"))
                    .header("Authorization", "Bearer " + adminToken())
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(realm.toString()))));
        } catch (IOException unreadable) {
            throw new SuiteFailure("%s cannot be read: %s".formatted(file, unreadable.getMessage()), unreadable);
        }
    }

    /** What the administration says of a path below the realm; a missing thing is the JSON null. */
    public JsonNode get(String path) {
        HttpResponse<String> answer = send(admin(path).GET());
        return answer.statusCode() == NOT_FOUND ? json.nullNode() : read(answered(answer));
    }

    public void post(String path, JsonNode body) {
        answered(send(
                admin(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body.toString()))));
    }

    public void put(String path, JsonNode body) {
        answered(send(
                admin(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body.toString()))));
    }

    /** Makes a person with one role, if there is none of that name, and gives its id in the realm. */
    public String person(String username, Token token) {
        JsonNode found = get("/users?exact=true&username=" + encoded(username));
        if (found.isEmpty()) {
            ObjectNode person = json.createObjectNode();
            person.put("username", username).put("enabled", true).put("firstName", token.name());
            ObjectNode attributes = person.putObject("attributes");
            attributes.putArray("area").add(token.area());
            token.helperId().ifPresent(id -> attributes.putArray("helperId").add(id));
            person.putArray("credentials")
                    .addObject()
                    .put("type", "password")
                    .put("value", issuer.demoPassword())
                    .put("temporary", false);
            post("/users", person);
            found = get("/users?exact=true&username=" + encoded(username));
            String id = found.path(0).path("id").asText();
            post("/users/" + id + "/role-mappings/realm", json.createArrayNode().add(get("/roles/" + token.role())));
        }
        return found.path(0).path("id").asText();
    }

    /** Asks for tokens of the realm. */
    public JsonNode token(Map<String, String> form) {
        return read(answered(requestToken(form)));
    }

    /** The same, whatever the answer is. */
    public HttpResponse<String> requestToken(Map<String, String> form) {
        return send(HttpRequest.newBuilder(URI.create(issuer.realm() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(form))));
    }

    /** One for many requests: each login costs the hash of a password. */
    private synchronized String adminToken() {
        if (System.nanoTime() > adminUntil) {
            adminToken = logAdminIn();
            adminUntil = System.nanoTime() + ADMIN_TOKEN_SERVES.toNanos();
        }
        return adminToken;
    }

    private String logAdminIn() {
        String form = form(Map.of(
                "grant_type",
                "password",
                "client_id",
                "admin-cli",
                "username",
                Issuer.ADMIN,
                "password",
                issuer.adminPassword()));
        return read(answered(send(HttpRequest.newBuilder(
                                URI.create(issuer.server() + "/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)))))
                .path("access_token")
                .asText();
    }

    private HttpRequest.Builder admin(String path) {
        return HttpRequest.newBuilder(URI.create(issuer.server() + "/admin/realms/" + Issuer.REALM + path))
                .header("Authorization", "Bearer " + adminToken());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new SuiteFailure("Keycloak does not answer: " + failure.getMessage(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SuiteFailure("Interrupted.", interrupted);
        }
    }

    private static String answered(HttpResponse<String> answer) {
        if (answer.statusCode() >= FIRST_ERROR) {
            throw new SuiteFailure("Keycloak, %s: %d %s".formatted(answer.uri(), answer.statusCode(), answer.body()));
        }
        return answer.body();
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (IOException unreadable) {
            throw new SuiteFailure("Keycloak's answer is no JSON: " + unreadable.getMessage(), unreadable);
        }
    }

    static String form(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + "=" + encoded(value.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
