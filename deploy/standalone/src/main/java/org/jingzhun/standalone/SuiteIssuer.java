package org.jingzhun.standalone;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who issues the tokens of a suite: the suite by itself with its own keys, or a Keycloak that is started with it. */
final class SuiteIssuer {

    private final StartOptions options;
    private final RunDirectory run;
    private final Keys keys;
    private final Clock clock;
    private final Optional<Issuer> keycloak;
    private @Nullable TokenSource tokens;

    SuiteIssuer(StartOptions options, RunDirectory run, Keys keys, Clock clock) {
        this.options = options;
        this.run = run;
        this.keys = keys;
        this.clock = clock;
        if (options.keycloak()) {
            this.keycloak = Optional.of(Issuer.on(options.ports().keycloak(), run.path()));
        } else {
            Issuer.forget(run.path());
            this.keycloak = Optional.empty();
        }
    }

    Optional<Issuer> keycloak() {
        return keycloak;
    }

    /** How to start Keycloak. */
    ServiceProcess.Recipe recipe(Issuer issuer) {
        KeycloakServer server = KeycloakServer.of(options.root());
        Path log = run.freshLog(KeycloakServer.NAME);
        server.prepare(log);
        return server.recipe(issuer, run.keycloak(), log);
    }

    /** Makes the realm and a person for each role in a Keycloak that is ready, if they are not there yet. */
    void prepareRealm(Issuer issuer) {
        KeycloakRealm realm = new KeycloakRealm(issuer);
        realm.create(options.root().resolve("deploy/kubernetes/keycloak/realm.json"));
        KeycloakTokens ofKeycloak = new KeycloakTokens(issuer, realm, clock);
        ofKeycloak.prepare();
        tokens = ofKeycloak;
    }

    TokenSource tokens() {
        TokenSource known = tokens;
        return known == null ? TokenSource.signedWith(keys) : known;
    }

    /** What a service is told. With Keycloak, identification asks whether a token still holds: it shows personal data. */
    Map<String, String> settings(SuiteService service) {
        return keycloak.map(issuer -> Map.of(
                        "JINGZHUN_TOKEN_SERVER", issuer.realm().toString(),
                        "JINGZHUN_TOKEN_ISSUER", issuer.realm().toString(),
                        "JINGZHUN_TOKEN_AUDIENCE", Issuer.AUDIENCE,
                        "JINGZHUN_TOKEN_INTROSPECTION", Boolean.toString(service == SuiteService.IDENTIFICATION),
                        "JINGZHUN_TOKEN_CLIENT", Issuer.AUDIENCE,
                        "JINGZHUN_TOKEN_CLIENT_SECRET", issuer.serviceSecret()))
                .orElseGet(() ->
                        Map.of("JINGZHUN_TOKEN_PUBLIC_KEY", keys.publicKey(), "JINGZHUN_TOKEN_ISSUER", Keys.ISSUER));
    }
}
