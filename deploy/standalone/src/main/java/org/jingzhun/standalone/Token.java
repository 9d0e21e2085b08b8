package org.jingzhun.standalone;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What a bearer token says about its holder (roles x areas).
 *
 * @param role one of {@link #ROLES}
 * @param area prefix of a division code: 2, 4, 6, 9 or 12 digits
 * @param name of the person or system; different people must have different names, since some steps need two of them
 * @param helperId of a helper, by which it finds its households
 */
public record Token(String role, String area, String name, Optional<String> helperId) {

    static final List<String> ROLES = List.of(
            "surveyor",
            "village-officer",
            "township-officer",
            "county-officer",
            "city-officer",
            "region-officer",
            "finance-officer",
            "auditor",
            "supervisor",
            "helper",
            "system",
            "admin");

    private static final Duration LIFETIME = Duration.ofHours(12);
    private static final int FIRST_PRINTABLE = 0x20;

    public Token {
        if (!ROLES.contains(role)) {
            throw new SuiteFailure("Role (%s) must be one of %s.".formatted(role, String.join(", ", ROLES)));
        }
        if (!area.matches("\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}")) {
            throw new SuiteFailure(
                    "Area (%s) must be the first 2, 4, 6, 9 or all 12 digits of a division code, such as 451031."
                            .formatted(area));
        }
        if (name.isBlank()) {
            throw new SuiteFailure("Name must not be blank.");
        }
    }

    /** A token whose holder is named after its role and area. */
    public static Token of(String role, String area) {
        return new Token(role, area, role + " " + area, Optional.empty());
    }

    public static Token of(String role, String area, String name) {
        return new Token(role, area, name, Optional.empty());
    }

    /** The JSON Web Token, signed with RS256, valid from now for twelve hours. */
    public String sign(Keys keys, Instant now) {
        String content = base64("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + base64(claims(now));
        return content + "." + signature(keys.tokenKeys().getPrivate(), content);
    }

    private String claims(Instant now) {
        StringBuilder claims = new StringBuilder("{");
        claims.append("\"iss\":").append(quoted(Keys.ISSUER));
        claims.append(",\"sub\":").append(quoted(role + "@" + area + "/" + name));
        claims.append(",\"name\":").append(quoted(name));
        claims.append(",\"groups\":[").append(quoted(role)).append(']');
        claims.append(",\"area\":").append(quoted(area));
        helperId.ifPresent(id -> claims.append(",\"helperId\":").append(quoted(id)));
        claims.append(",\"iat\":").append(now.getEpochSecond());
        claims.append(",\"exp\":").append(now.plus(LIFETIME).getEpochSecond());
        return claims.append('}').toString();
    }

    private static String signature(PrivateKey key, String content) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Every JDK can sign with SHA256withRSA.", broken);
        }
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(character -> {
            if (character == '"' || character == '\\') {
                json.append('\\').append((char) character);
            } else if (character < FIRST_PRINTABLE) {
                json.append("\\u%04x".formatted(character));
            } else {
                json.append((char) character);
            }
        });
        return json.append('"').toString();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
