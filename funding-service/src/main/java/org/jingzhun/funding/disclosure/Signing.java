package org.jingzhun.funding.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hashes and signs snapshots with the service's key (Ed25519), which is made of a secret of the configuration. */
@ApplicationScoped
class Signing {

    /** What stands before a county's first snapshot. */
    static final String BEGINNING = "0".repeat(64);

    static final String ALGORITHM = "Ed25519";
    private static final int SEED_BYTES = 32;
    private static final int KEY_ID_DIGITS = 16;

    private final KeyPair pair;

    Signing(@ConfigProperty(name = "jingzhun.funding.signing.secret") String secret) {
        pair = pairOf(secret);
    }

    /** The public key, base64 of its X.509 form. */
    String publicKey() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    /** The first digits of the SHA-256 of the public key's X.509 form. */
    String keyId() {
        return HexFormat.of()
                .formatHex(sha256().digest(pair.getPublic().getEncoded()))
                .substring(0, KEY_ID_DIGITS);
    }

    /** Both hashes are hexadecimal. */
    static String hash(String previousHash, String snapshot) {
        return HexFormat.of().formatHex(sha256().digest((previousHash + snapshot).getBytes(StandardCharsets.UTF_8)));
    }

    /** @return base64 */
    String sign(String hash) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(pair.getPrivate());
            signature.update(HexFormat.of().parseHex(hash));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java from 15 on has Ed25519", impossible);
        }
    }

    /** Whether a signature over a hash is of the key. */
    static boolean isSigned(String hash, String signature, String publicKey) {
        try {
            PublicKey key = KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
            var verifying = Signature.getInstance(ALGORITHM);
            verifying.initVerify(key);
            verifying.update(HexFormat.of().parseHex(hash));
            return verifying.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException damaged) {
            return false;
        }
    }

    private static KeyPair pairOf(String secret) {
        byte[] given = Base64.getDecoder().decode(secret.strip());
        if (given.length < SEED_BYTES) {
            throw new IllegalStateException("The signing secret must have 32 random bytes or more in base64");
        }
        try {
            var generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, new Seed(sha256().digest(given)));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java from 15 on has Ed25519", impossible);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /** The private key of Ed25519 is its seed: the generator is given that instead of random bytes. */
    private static final class Seed extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        Seed(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) {
                throw new IllegalStateException("The generator must ask for a seed of 32 bytes");
            }
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
