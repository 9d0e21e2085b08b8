package org.jingzhun.acceptance.issuer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.jingzhun.standalone.KeycloakRealm;

/** The keys with which a realm signs its tokens, as its administrator changes them. */
final class SigningKeys {

    private final KeycloakRealm realm;
    private final ObjectMapper json = new ObjectMapper();

    SigningKeys(KeycloakRealm realm) {
        this.realm = realm;
    }

    /** Makes one; the one with the highest priority signs. */
    void add(int priority) {
        ObjectNode key = json.createObjectNode();
        key.put("name", "rotated " + UUID.randomUUID())
                .put("providerId", "rsa-generated")
                .put("providerType", "org.keycloak.keys.KeyProvider");
        ObjectNode config = key.putObject("config");
        config.putArray("priority").add(Integer.toString(priority));
        config.putArray("algorithm").add("RS256");
        realm.post("/components", key);
    }

    /** @param id as it stands in the tokens that it signed */
    void withdraw(String id) {
        for (JsonNode key : realm.get("/keys").path("keys")) {
            if (key.path("kid").asText().equals(id)) {
                realm.delete("/components/" + key.path("providerId").asText());
                return;
            }
        }
        throw new IllegalArgumentException("The realm must have the key " + id);
    }
}
