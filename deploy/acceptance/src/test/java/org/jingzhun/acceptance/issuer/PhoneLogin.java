package org.jingzhun.acceptance.issuer;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jingzhun.standalone.Issuer;
import org.jingzhun.standalone.KeycloakRealm;

/** Logs a person in as a mobile client does: authorization code with PKCE (RFC 7636), through the login form of the issuer. */
record PhoneLogin(Issuer issuer, KeycloakRealm realm) {

    static final String CLIENT = "jingzhun-phones";

    private static final String CALLBACK = "org.jingzhun.phone:/callback";
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    /** What the phone keeps of a login that has begun. */
    record Begun(String verifier, String code) {}

    /** The tokens of a person. */
    JsonNode tokens(String username) throws IOException, InterruptedException {
        Begun begun = begin(username, issuer.demoPassword()).orElseThrow();
        return realm.token(exchange(begun, begun.verifier()));
    }

    /** The form that changes the code into tokens. */
    static Map<String, String> exchange(Begun begun, String verifier) {
        return Map.of(
                "grant_type", "authorization_code",
                "client_id", CLIENT,
                "redirect_uri", CALLBACK,
                "code", begun.code(),
                "code_verifier", verifier);
    }

    static Map<String, String> refresh(JsonNode tokens) {
        return Map.of(
                "grant_type",
                "refresh_token",
                "client_id",
                CLIENT,
                "refresh_token",
                tokens.path("refresh_token").asText());
    }

    /** Fills in the form; empty when the issuer shows it again. */
    Optional<Begun> begin(String username, String password) throws IOException, InterruptedException {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String verifier = base64(random);
        HttpResponse<String> form = BROWSER.send(
                HttpRequest.newBuilder(authorization(challenge(verifier))).build(), BodyHandlers.ofString());
        Matcher action = FORM.matcher(form.body());
        if (!action.find()) {
            throw new IllegalStateException("No login form but " + form.statusCode() + ": " + form.body());
        }
        String cookies = form.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .collect(Collectors.joining("; "));
        HttpRequest filled = HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                .header("Cookie", cookies)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + encoded(username) + "&password=" + encoded(password)))
                .build();
        return BROWSER.send(filled, BodyHandlers.ofString())
                .headers()
                .firstValue("Location")
                .map(CODE::matcher)
                .filter(Matcher::find)
                .map(code -> new Begun(verifier, code.group(1)));
    }

    /** What the issuer answers to a phone that asks for a code without PKCE. */
    String refusalWithoutPkce() throws IOException, InterruptedException {
        HttpResponse<String> answer =
                BROWSER.send(HttpRequest.newBuilder(authorization("")).build(), BodyHandlers.ofString());
        return answer.headers().firstValue("Location").orElse("");
    }

    private URI authorization(String challenge) {
        String address = issuer.realm() + "/protocol/openid-connect/auth?response_type=code&scope=openid&client_id="
                + CLIENT + "&redirect_uri=" + encoded(CALLBACK) + "&state=1";
        return URI.create(
                challenge.isEmpty() ? address : address + "&code_challenge_method=S256&code_challenge=" + challenge);
    }

    private static String challenge(String verifier) {
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
