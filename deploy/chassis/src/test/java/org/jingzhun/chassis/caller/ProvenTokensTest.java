package org.jingzhun.chassis.caller;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.security.Principal;
import java.time.Duration;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.Tokens;
import org.jingzhun.chassis.thing.Things;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.TOPICS, value = Things.TOPIC + ",chassis.audit"))
class ProvenTokensTest {

    /** Longer than a proof is remembered. */
    private static final Duration FORGOTTEN = Duration.ofSeconds(8);

    @Inject
    ProvenTokens tokens;

    private @Nullable SecurityIdentity remembered(String token) {
        return tokens.remembered(token);
    }

    private static int called(String token) {
        return given().auth().oauth2(token).get("/v1/things").statusCode();
    }

    @Test
    void whomATokenProvedToBeIsRememberedForSeconds() {
        String subject = "officer " + UUID.randomUUID();
        String token = Tokens.ofSeconds(600, "county-officer", "451031", subject);
        assertThat(remembered(token)).isNull();
        assertThat(called(token)).isEqualTo(200);
        SecurityIdentity known = remembered(token);
        assertThat(known).isNotNull();
        assertThat(known.getPrincipal().getName()).isEqualTo(subject);
        assertThat(known.getRoles()).contains("county-officer");
        assertThat(known.getAttributes()).doesNotContainKey(RoutingContext.class.getName());
        await().atMost(FORGOTTEN).until(() -> remembered(token) == null);
        assertThat(called(token)).isEqualTo(200);
    }

    /** A new proof would make a new principal. */
    @Test
    void callsWithAKnownTokenProveNothingAnew() {
        String token = Tokens.ofSeconds(600, "county-officer", "451031", "officer " + UUID.randomUUID());
        assertThat(called(token)).isEqualTo(200);
        Principal first = principal(token);
        assertThat(first).isNotNull();
        assertThat(called(token)).isEqualTo(200);
        assertThat(principal(token)).isSameAs(first);
    }

    /** Calls do not lengthen it: somebody is disabled while they go on. */
    @Test
    void callsDoNotProlongIt() {
        String token = Tokens.ofSeconds(600, "county-officer", "451031", "officer " + UUID.randomUUID());
        assertThat(called(token)).isEqualTo(200);
        Principal first = principal(token);
        assertThat(first).isNotNull();
        // a new proof makes a new principal
        await().atMost(FORGOTTEN).pollInterval(Duration.ofMillis(200)).until(() -> {
            assertThat(called(token)).isEqualTo(200);
            return principal(token) != first;
        });
    }

    private @Nullable Principal principal(String token) {
        SecurityIdentity known = remembered(token);
        return known == null ? null : known.getPrincipal();
    }

    @Test
    void aTokenThatExpiresMeanwhileIsRefused() {
        String token = Tokens.ofSeconds(2, "county-officer", "451031", "officer " + UUID.randomUUID());
        assertThat(called(token)).isEqualTo(200);
        await().atMost(Duration.ofSeconds(4)).until(() -> remembered(token) == null);
        given().auth().oauth2(token).get("/v1/things").then().statusCode(401).body("code", equalTo("token-required"));
    }

    @Test
    void whatProvedNothingIsNotRemembered() {
        for (String token : new String[] {
            Tokens.expired("county-officer", "451031"), Tokens.ofForeignIssuer("county-officer", "451031")
        }) {
            assertThat(called(token)).isEqualTo(401);
            assertThat(remembered(token)).isNull();
        }
    }
}
