package org.jingzhun.chassis.testing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Signs bearer tokens with a key pair made for this test run. */
public final class Tokens {

    public static final String ISSUER = "https://issuer.test";

    private static final KeyPair KEYS = keyPair();
    private static final KeyPair FOREIGN_KEYS = keyPair();
    private static final long LIFETIME_SECONDS = 3600;

    /** Signing takes longer than many a request that is tested. */
    private static final Map<Signed, String> KEPT = new ConcurrentHashMap<>();

    private Tokens() {}

    /** A token serves for half of its time. */
    private record Signed(String role, String area, String subject, long half) {

        static Signed now(String role, String area, String subject) {
            return new Signed(role, area, subject, Instant.now().getEpochSecond() / (LIFETIME_SECONDS / 2));
        }
    }

    /** Base64 of the public key's X.509 form. */
    public static String publicKey() {
        return Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());
    }

    /** A token of one role for the divisions under {@code area}; the subject is {@code role@area}. */
    public static String of(String role, String area) {
        return of(role, area, role + "@" + area);
    }

    public static String of(String role, String area, String subject) {
        return KEPT.computeIfAbsent(Signed.now(role, area, subject), each -> sign(claims(role, area, subject), KEYS));
    }

    public static String ofHelper(String area, String helperId) {
        String subject = "helper:" + helperId;
        return KEPT.computeIfAbsent(Signed.now("helper with an id", area, subject), each -> {
            var claims = claims("helper", area, subject);
            claims.put("helperId", quoted(helperId));
            return sign(claims, KEYS);
        });
    }

    /** Narrowed to what its claim grants. */
    public static String granted(String role, String area, String... grants) {
        var claims = claims(role, area, role + "@" + area);
        claims.put("grants", Stream.of(grants).map(Tokens::quoted).collect(Collectors.joining(",", "[", "]")));
        return sign(claims, KEYS);
    }

    /** Ended an hour ago. */
    public static String expired(String role, String area) {
        var claims = claims(role, area, role + "@" + area);
        claims.put("exp", Long.toString(Instant.now().getEpochSecond() - LIFETIME_SECONDS));
        return sign(claims, KEYS);
    }

    /** Ends that many seconds from now. */
    public static String ofSeconds(int seconds, String role, String area, String subject) {
        var claims = claims(role, area, subject);
        claims.put("exp", Long.toString(Instant.now().getEpochSecond() + seconds));
        return sign(claims, KEYS);
    }

    /** Signed with a key that the service does not know. */
    public static String ofForeignIssuer(String role, String area) {
        return sign(claims(role, area, role + "@" + area), FOREIGN_KEYS);
    }

    /** Signed with the right key, but in another issuer's name. */
    public static String inTheNameOf(String issuer, String role, String area) {
        var claims = claims(role, area, role + "@" + area);
        claims.put("iss", quoted(issuer));
        return sign(claims, KEYS);
    }

    private static Map<String, String> claims(String role, String area, String subject) {
        long now = Instant.now().getEpochSecond();
        var claims = new TreeMap<String, String>();
        claims.put("iss", quoted(ISSUER));
        claims.put("sub", quoted(subject));
        claims.put("upn", quoted(subject));
        claims.put("name", quoted(subject));
        claims.put("groups", "[" + quoted(role) + "]");
        claims.put("area", quoted(area));
        claims.put("iat", Long.toString(now));
        claims.put("exp", Long.toString(now + LIFETIME_SECONDS));
        return claims;
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private static String sign(Map<String, String> claims, KeyPair keys) {
        String payload = claims.entrySet().stream()
                .map(claim -> quoted(claim.getKey()) + ":" + claim.getValue())
                .collect(Collectors.joining(",", "{", "}"));
        String content = base64("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + base64(payload);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
