package org.jingzhun.funding.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jingzhun.chassis.signing.SigningKey;

/** Hashes and signs snapshots with the service's key (Ed25519), which is made of a secret of the configuration. */
@ApplicationScoped
class Signing {

    /** What stands before a county's first snapshot. */
    static final String BEGINNING = "0".repeat(64);

    static final String ALGORITHM = "Ed25519";
    private static final int KEY_ID_DIGITS = 16;

    private final SigningKey key;

    Signing(@ConfigProperty(name = "jingzhun.funding.signing.secret") String secret) {
        key = SigningKey.of(secret);
    }

    /** The public key, base64 of its X.509 form. */
    String publicKey() {
        return key.publicKey();
    }

    /** The first digits of the SHA-256 of the public key's X.509 form. */
    String keyId() {
        return HexFormat.of()
                .formatHex(sha256().digest(Base64.getDecoder().decode(key.publicKey())))
                .substring(0, KEY_ID_DIGITS);
    }

    /** Both hashes are hexadecimal. */
    static String hash(String previousHash, String snapshot) {
        return HexFormat.of().formatHex(sha256().digest((previousHash + snapshot).getBytes(StandardCharsets.UTF_8)));
    }

    /** @return base64 */
    String sign(String hash) {
        return key.sign(HexFormat.of().parseHex(hash));
    }

    /** Whether a signature over a hash is of the key. */
    static boolean isSigned(String hash, String signature, String publicKey) {
        try {
            return SigningKey.isSigned(HexFormat.of().parseHex(hash), signature, publicKey);
        } catch (IllegalArgumentException damaged) {
            return false;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
