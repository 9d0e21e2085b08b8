package org.jingzhun.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenTest {

    private static final Instant NOW = Instant.parse("2016-03-01T08:00:00Z");

    @TempDir
    Path directory = Path.of("");

    @Test
    void aTokenSaysWhoMayDoWhatWhere() throws IOException {
        JsonNode claims = claims(Token.of("county-officer", "451031", "韦桂花").sign(Keys.in(directory), NOW));

        assertThat(claims.get("iss").asText()).isEqualTo(Keys.ISSUER);
        assertThat(claims.get("sub").asText()).isEqualTo("county-officer@451031/韦桂花");
        assertThat(claims.get("name").asText()).isEqualTo("韦桂花");
        assertThat(claims.get("groups")).hasSize(1);
        assertThat(claims.get("groups").get(0).asText()).isEqualTo("county-officer");
        assertThat(claims.get("area").asText()).isEqualTo("451031");
        assertThat(claims.get("iat").asLong()).isEqualTo(NOW.getEpochSecond());
        assertThat(claims.get("exp").asLong()).isEqualTo(NOW.getEpochSecond() + 12 * 3600);
        assertThat(claims.has("helperId")).isFalse();
    }

    @Test
    void aHelpersTokenNamesTheHelper() throws IOException {
        String id = "0154a7d2-8c00-7000-8000-000000000001";

        JsonNode claims = claims(
                new Token("helper", "451031", "Huang \"Lao\" \\ \n", Optional.of(id)).sign(Keys.in(directory), NOW));

        assertThat(claims.get("helperId").asText()).isEqualTo(id);
        assertThat(claims.get("name").asText()).isEqualTo("Huang \"Lao\" \\ \n");
    }

    @Test
    void theSignatureIsThatOfTheKeptKey() throws Exception {
        String token = Token.of("auditor", "45").sign(Keys.in(directory), NOW);
        int dot = token.lastIndexOf('.');
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(Keys.in(directory).tokenKeys().getPublic());
        signature.update(token.substring(0, dot).getBytes(StandardCharsets.US_ASCII));

        assertThat(signature.verify(Base64.getUrlDecoder().decode(token.substring(dot + 1))))
                .isTrue();
    }

    @Test
    void theKeysAreMadeOnceAndNobodyElseMayReadThem() throws IOException {
        Keys first = Keys.in(directory);
        Keys second = Keys.in(directory);

        assertThat(second.publicKey()).isEqualTo(first.publicKey());
        assertThat(second.sealingSecret()).isEqualTo(first.sealingSecret());
        assertThat(Base64.getDecoder().decode(first.sealingSecret())).hasSize(32);
        for (String file : List.of("token.private.pem", "sealing.secret", "signing.secret")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void keysThatCannotBeReadAreToldInOneLine() throws IOException {
        Keys.in(directory);
        Files.writeString(directory.resolve("token.private.pem"), "not a key");

        assertThatThrownBy(() -> Keys.in(directory))
                .isInstanceOf(SuiteFailure.class)
                .hasMessageContaining("Delete the directory");
    }

    @Test
    void anUnknownRoleIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> Token.of("county-oficer", "451031"))
                .isInstanceOf(SuiteFailure.class)
                .hasMessageContaining("Role (county-oficer) must be one of surveyor, village-officer,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4", "451", "45103", "4510311", "4510311002011", "longlin", "45 "})
    void anAreaThatIsNoDivisionIsRefused(String area) {
        assertThatThrownBy(() -> Token.of("auditor", area))
                .isInstanceOf(SuiteFailure.class)
                .hasMessageContaining("must be the first 2, 4, 6, 9 or all 12 digits");
    }

    private static JsonNode claims(String token) throws IOException {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }
}
