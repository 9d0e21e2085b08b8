package org.jingzhun.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * The secrets of a standalone suite, made on first use and kept: the key pair that signs tokens, and the secret under
 * which the identification service seals personal data.
 */
public final class Keys {

    /** The issuer in every token of a standalone suite. */
    public static final String ISSUER = "urn:jingzhun:standalone";

    private static final int RSA_BITS = 2048;
    private static final int SECRET_BYTES = 32;

    private final KeyPair tokenKeys;
    private final String sealingSecret;
    private final String signingSecret;
    private final String auditSecret;
    private final String webhookSecret;

    private Keys(
            KeyPair tokenKeys, String sealingSecret, String signingSecret, String auditSecret, String webhookSecret) {
        this.tokenKeys = tokenKeys;
        this.sealingSecret = sealingSecret;
        this.signingSecret = signingSecret;
        this.auditSecret = auditSecret;
        this.webhookSecret = webhookSecret;
    }

    /** @throws SuiteFailure if the files cannot be read or written, or hold something else */
    public static Keys in(Path directory) {
        try {
            Files.createDirectories(directory);
            Path privateKey = directory.resolve("token.private.pem");
            Path publicKey = directory.resolve("token.public.pem");
            if (!Files.exists(privateKey) || !Files.exists(publicKey)) {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(RSA_BITS);
                KeyPair pair = generator.generateKeyPair();
                writeSecret(publicKey, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
                writeSecret(privateKey, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            }
            return new Keys(
                    read(privateKey, publicKey),
                    secret(directory.resolve("sealing.secret")),
                    secret(directory.resolve("signing.secret")),
                    secret(directory.resolve("audit.secret")),
                    secret(directory.resolve("webhook.secret")));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException failure) {
            throw new SuiteFailure(
                    "Keys in %s cannot be used: %s. Delete the directory to have new ones made."
                            .formatted(directory, failure.getMessage()),
                    failure);
        }
    }

    private static String secret(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] secret = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(secret);
            writeSecret(file, Base64.getEncoder().encodeToString(secret));
        }
        return Files.readString(file).strip();
    }

    /** The pair that signs tokens and verifies them. */
    KeyPair tokenKeys() {
        return tokenKeys;
    }

    /** Base64 of the public key's X.509 form, as the services take it. */
    String publicKey() {
        return Base64.getEncoder().encodeToString(tokenKeys.getPublic().getEncoded());
    }

    /** 32 random bytes in base64, under which personal data is sealed. */
    String sealingSecret() {
        return sealingSecret;
    }

    /** 32 random bytes in base64, of which the key is made that signs disclosures. */
    String signingSecret() {
        return signingSecret;
    }

    /** 32 random bytes in base64, of which the key is made that signs heads of the audit trails. */
    String auditSecret() {
        return auditSecret;
    }

    /** 32 random bytes in base64, of which the secrets of subscriptions are computed. */
    String webhookSecret() {
        return webhookSecret;
    }

    private static KeyPair read(Path privateKey, Path publicKey) throws IOException, GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance("RSA");
        return new KeyPair(
                factory.generatePublic(new X509EncodedKeySpec(bytes(publicKey))),
                factory.generatePrivate(new PKCS8EncodedKeySpec(bytes(privateKey))));
    }

    private static byte[] bytes(Path pem) throws IOException {
        return Base64.getMimeDecoder()
                .decode(Files.readString(pem)
                        .replaceAll("-----[A-Z ]+-----", "")
                        .strip());
    }

    private static String pem(String kind, byte[] bytes) {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(bytes);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, body, kind);
    }

    private static void writeSecret(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }
}
