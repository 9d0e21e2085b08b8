package org.jingzhun.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tokens of the Keycloak of this machine, for scripts: each is that of a person who is made when first asked for. Scripts
 * have no browser, so they use a client that takes passwords; the realm's file has none, and production must not.
 */
final class KeycloakTokens implements TokenSource {

    private static final String CLIENT = "jingzhun-scripts";
    private static final long BEFORE_ITS_END_SECONDS = 60;

    private final Issuer issuer;
    private final KeycloakRealm realm;
    private final Clock clock;
    private final Map<Token, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(String token, Instant until) {}

    KeycloakTokens(Issuer issuer, KeycloakRealm realm, Clock clock) {
        this.issuer = issuer;
        this.realm = realm;
        this.clock = clock;
    }

    /** Makes the client for scripts, with what the client for people puts into its tokens, and a person for each role. */
    void prepare() {
        if (realm.get("/clients?clientId=" + CLIENT).isEmpty()) {
            JsonNode people = realm.get("/clients?clientId=jingzhun-people").path(0);
            ObjectNode scripts = new ObjectMapper().createObjectNode();
            scripts.put("clientId", CLIENT)
                    .put("publicClient", true)
                    .put("standardFlowEnabled", false)
                    .put("directAccessGrantsEnabled", true);
            scripts.set("protocolMappers", withoutIds(people.path("protocolMappers")));
            realm.post("/clients", scripts);
        }
        for (String role : Token.ROLES) {
            realm.person(role, Token.of(role, SampleRun.COUNTY));
        }
    }

    private static JsonNode withoutIds(JsonNode mappers) {
        JsonNode copies = mappers.deepCopy();
        copies.forEach(mapper -> ((ObjectNode) mapper).remove("id"));
        return copies;
    }

    @Override
    public String of(Token token) {
        return kept.compute(
                        token,
                        (key, known) -> known != null && clock.instant().isBefore(known.until) ? known : fetch(token))
                .token;
    }

    private Kept fetch(Token token) {
        String username = username(token);
        var unused = realm.person(username, token);
        JsonNode answer = realm.token(Map.of(
                "grant_type",
                "password",
                "client_id",
                CLIENT,
                "scope",
                "openid profile",
                "username",
                username,
                "password",
                issuer.demoPassword()));
        long seconds = answer.path("expires_in").asLong() - BEFORE_ITS_END_SECONDS;
        return new Kept(answer.path("access_token").asText(), clock.instant().plusSeconds(seconds));
    }

    /** One for each token that differs, of the characters that Keycloak takes. */
    private static String username(Token token) {
        String tail = token.helperId().map(id -> "." + id).orElse("");
        String readable = token.role() + "." + token.area() + tail;
        return Token.of(token.role(), token.area()).name().equals(token.name())
                ? readable
                : readable + "." + Integer.toHexString(token.name().hashCode()).toLowerCase(Locale.ROOT);
    }
}
