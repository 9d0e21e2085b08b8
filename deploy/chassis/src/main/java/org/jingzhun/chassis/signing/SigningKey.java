package org.jingzhun.chassis.signing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** A key pair of Ed25519 (RFC 8032) that is always the same for the same secret. */
public final class SigningKey {

    private static final String ALGORITHM = "Ed25519";
    private static final int SEED_BYTES = 32;

    private final KeyPair pair;

    private SigningKey(KeyPair pair) {
        this.pair = pair;
    }

    /**
     * @param secret 32 random bytes or more, base64
     * @throws IllegalStateException when it is shorter
     */
    public static SigningKey of(String secret) {
        byte[] given = Base64.getDecoder().decode(secret.strip());
        if (given.length < SEED_BYTES) {
            throw new IllegalStateException("A secret to sign with must have 32 random bytes or more in base64");
        }
        try {
            var generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(
                    NamedParameterSpec.ED25519,
                    new Seed(MessageDigest.getInstance("SHA-256").digest(given)));
            return new SigningKey(generator.generateKeyPair());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java from 15 on has Ed25519", impossible);
        }
    }

    /** The public key, base64 of its X.509 form. */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    /** @return base64 */
    public String sign(byte[] content) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(pair.getPrivate());
            signature.update(content);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java from 15 on has Ed25519", impossible);
        }
    }

    /** Whether a signature over a content is of this key. */
    public boolean hasSigned(byte[] content, String signature) {
        return isSigned(content, signature, publicKey());
    }

    /** Whether a signature over a content is of the key. */
    public static boolean isSigned(byte[] content, String signature, String publicKey) {
        try {
            var verifying = Signature.getInstance(ALGORITHM);
            verifying.initVerify(KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey))));
            verifying.update(content);
            return verifying.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException damaged) {
            return false;
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
