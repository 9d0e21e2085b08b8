package org.jingzhun.identification.household;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.Arrays;
import java.util.Base64;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.jingzhun.identification.household.identity.ResidentId;

/**
 * Encrypts personal data and makes keyed hashes of id numbers. A sealed text is a version byte, a nonce of 12 bytes and
 * the output of AES-256-GCM, bound to the row that owns it. The nonce is a keyed hash of owner and text, so it is never
 * used for two texts, and sealing the same again gives the same bytes: an import that is repeated changes nothing.
 */
@ApplicationScoped
public class Sealing {

    private static final byte VERSION = 1;
    private static final int SECRET_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int OWNER_BYTES = 16;

    private static final String ALGORITHM = "AES/GCM/NoPadding";

    /** Asking every provider for a cipher takes longer than sealing a text with it. */
    private static final Provider PROVIDER = provider();

    private final SecretKey encryption;
    private final Mac nonces;
    private final Mac hashes;

    /** Seals that are not in use: to prepare a key anew for each text takes as long as to seal it. */
    private final Queue<Seal> idle = new ConcurrentLinkedQueue<>();

    Sealing(SealingSettings settings) {
        byte[] secret = Base64.getDecoder().decode(settings.secret());
        if (secret.length < SECRET_BYTES) {
            throw new IllegalArgumentException(
                    "jingzhun.identification.sealing.secret has %d bytes but must have %d or more; make one with: openssl rand -base64 32"
                            .formatted(secret.length, SECRET_BYTES));
        }
        this.encryption = derive(secret, "AES", "encryption");
        this.nonces = keyed(derive(secret, "HmacSHA256", "nonces"));
        this.hashes = keyed(derive(secret, "HmacSHA256", "hashes of id numbers"));
    }

    /** @param owner id of the row that keeps it */
    public byte[] seal(UUID owner, String text) {
        return sealBytes(owner, text.getBytes(StandardCharsets.UTF_8));
    }

    /** @param owner id of the row that keeps it */
    public byte[] sealBytes(UUID owner, byte[] plain) {
        return with(seal -> seal.seal(bytes(owner), plain));
    }

    private byte[] with(Function<Seal, byte[]> work) {
        Seal free = idle.poll();
        Seal seal = free == null ? new Seal() : free;
        byte[] made = work.apply(seal);
        idle.add(seal);
        return made;
    }

    /** What one thread at a time computes with. */
    private final class Seal {

        private final Mac nonceMac = copy(nonces);
        private final Mac hashMac = copy(hashes);
        private Cipher cipher = cipher();
        private byte[] lastNonce = {};

        byte[] hash(byte[] number) {
            return hashMac.doFinal(number);
        }

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
                sealed[0] = VERSION;
                System.arraycopy(nonce, 0, sealed, 1, NONCE_BYTES);
                int unused = cipher.doFinal(plain, 0, plain.length, sealed, 1 + NONCE_BYTES);
                return sealed;
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("every JDK must have AES-GCM", impossible);
            }
        }
    }

    /**
     * @param owner id of the row that keeps it
     * @throws IllegalStateException when it was sealed with another secret or for another row, or was tampered with
     */
    public String open(UUID owner, byte[] sealed) {
        return new String(openBytes(owner, sealed), StandardCharsets.UTF_8);
    }

    /**
     * @param owner id of the row that keeps it
     * @throws IllegalStateException when it was sealed with another secret or for another row, or was tampered with
     */
    public byte[] openBytes(UUID owner, byte[] sealed) {
        try {
            Cipher cipher = cipher();
            cipher.init(Cipher.DECRYPT_MODE, encryption, new GCMParameterSpec(TAG_BITS, sealed, 1, NONCE_BYTES));
            cipher.updateAAD(bytes(owner));
            int begin = 1 + NONCE_BYTES;
            return cipher.doFinal(sealed, begin, sealed.length - begin);
        } catch (GeneralSecurityException foreign) {
            throw new IllegalStateException(
                    "the sealed data of %s must be opened with the secret they were sealed with".formatted(owner),
                    foreign);
        }
    }

    /** The keyed hash by which a person is found without the number being stored, 32 bytes. */
    public byte[] hash(ResidentId id) {
        return with(seal -> seal.hash(id.number().getBytes(StandardCharsets.US_ASCII)));
    }

    private static Mac copy(Mac keyed) {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("the JDK must be able to copy its HMAC-SHA256", impossible);
        }
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance(ALGORITHM, PROVIDER);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK must have AES-GCM", impossible);
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

    private static SecretKey derive(byte[] secret, String algorithm, String purpose) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            algorithm,
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(secret)
                                    .thenExpand(purpose.getBytes(StandardCharsets.US_ASCII), SECRET_BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("JDK 25 must have HKDF-SHA256", impossible);
        }
    }
}
