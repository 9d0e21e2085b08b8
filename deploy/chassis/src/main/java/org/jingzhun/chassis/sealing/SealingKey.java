package org.jingzhun.chassis.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.Arrays;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/** One key of a set, with everything that is derived from its secret. */
final class SealingKey {

    private static final int DERIVED_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int OWNER_BYTES = 16;

    private static final String ALGORITHM = "AES/GCM/NoPadding";

    /** Asking every provider for a cipher takes longer than sealing a text with it. */
    private static final Provider PROVIDER = provider();

    private final int id;
    private final byte[] secret;
    private final SecretKey encryption;
    private final Mac nonces;

    /** Seals that are not in use: to prepare a key anew for each text takes as long as to seal it. */
    private final Queue<Seal> idle = new ConcurrentLinkedQueue<>();

    SealingKey(int id, byte[] secret) {
        this.id = id;
        this.secret = secret.clone();
        this.encryption = derive("AES", "encryption");
        this.nonces = keyed(derive("HmacSHA256", "nonces"));
    }

    int id() {
        return id;
    }

    byte[] seal(UUID owner, byte[] plain) {
        Seal free = idle.poll();
        Seal seal = free == null ? new Seal() : free;
        byte[] made = seal.seal(bytes(owner), plain);
        idle.add(seal);
        return made;
    }

    /** @throws GeneralSecurityException when it was sealed with another secret or for another row, or tampered with */
    byte[] open(UUID owner, byte[] sealed) throws GeneralSecurityException {
        Cipher cipher = cipher();
        cipher.init(Cipher.DECRYPT_MODE, encryption, new GCMParameterSpec(TAG_BITS, sealed, 1, NONCE_BYTES));
        cipher.updateAAD(bytes(owner));
        int begin = 1 + NONCE_BYTES;
        return cipher.doFinal(sealed, begin, sealed.length - begin);
    }

    /** What one thread at a time computes with. */
    private final class Seal {

        private final Mac nonceMac = copy(nonces);
        private Cipher cipher = cipher();
        private byte[] lastNonce = {};

        byte[] seal(byte[] owner, byte[] plain) {
            nonceMac.update(owner);
            byte[] nonce = Arrays.copyOf(nonceMac.doFinal(plain), NONCE_BYTES);
            if (Arrays.equals(nonce, lastNonce)) {
                cipher = cipher(); // the same one refuses a nonce twice in a row: it cannot know that the text is the
                // same, too
            }
            lastNonce = nonce;
            try {
                cipher.init(Cipher.ENCRYPT_MODE, encryption, new GCMParameterSpec(TAG_BITS, nonce));
                cipher.updateAAD(owner);
                byte[] sealed = new byte[1 + NONCE_BYTES + cipher.getOutputSize(plain.length)];
                sealed[0] = (byte) id;
                System.arraycopy(nonce, 0, sealed, 1, NONCE_BYTES);
                int unused = cipher.doFinal(plain, 0, plain.length, sealed, 1 + NONCE_BYTES);
                return sealed;
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("every JDK must have AES-GCM", impossible);
            }
        }
    }

    SecretKey derive(String algorithm, String purpose) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            algorithm,
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(secret)
                                    .thenExpand(purpose.getBytes(StandardCharsets.US_ASCII), DERIVED_BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("JDK 25 must have HKDF-SHA256", impossible);
        }
    }

    private static Mac copy(Mac keyed) {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("the JDK must be able to copy its HMAC-SHA256", impossible);
        }
    }

    private static Mac keyed(SecretKey key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK must have HMAC-SHA256", impossible);
        }
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance(ALGORITHM, PROVIDER);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK must have AES-GCM", impossible);
        }
    }

    private static Provider provider() {
        try {
            return Cipher.getInstance(ALGORITHM).getProvider();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK must have AES-GCM", impossible);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(OWNER_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
