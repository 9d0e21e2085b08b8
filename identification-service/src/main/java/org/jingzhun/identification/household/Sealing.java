package org.jingzhun.identification.household;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
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
        byte[] ownerBytes = bytes(owner);
        try {
            byte[] nonce = Arrays.copyOf(mac(nonces, ownerBytes, plain), NONCE_BYTES);
            Cipher cipher = Cipher.getInstance(ALGORITHM, PROVIDER);
            cipher.init(Cipher.ENCRYPT_MODE, encryption, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(ownerBytes);
            byte[] sealed = new byte[1 + NONCE_BYTES + cipher.getOutputSize(plain.length)];
            sealed[0] = VERSION;
            System.arraycopy(nonce, 0, sealed, 1, NONCE_BYTES);
            int unused = cipher.doFinal(plain, 0, plain.length, sealed, 1 + NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK must have AES-GCM", impossible);
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
            Cipher cipher = Cipher.getInstance(ALGORITHM, PROVIDER);
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
        return mac(hashes, id.number().getBytes(StandardCharsets.US_ASCII));
    }

    /** @param keyed left as it is: a copy of it computes, so that many threads may */
    private static byte[] mac(Mac keyed, byte[]... parts) {
        try {
            Mac mac = (Mac) keyed.clone();
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
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
