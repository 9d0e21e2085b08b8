package org.jingzhun.chassis.sealing;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.UUID;

/**
 * Encrypts personal data (敏感个人信息). A sealed text is the number of its key in one byte, a nonce of 12 bytes and the
 * output of AES-256-GCM, bound to the row that owns it. The nonce is a keyed hash of owner and text, so it is never used
 * for two texts, and sealing the same again under the same key gives the same bytes: an import that is repeated changes
 * nothing.
 */
@ApplicationScoped
public class Sealing {

    private volatile KeySet keys;

    Sealing(SealingSettings settings) {
        this.keys = KeySet.of(settings.secret());
    }

    /**
     * Seals under another set from now on, as a start with it would.
     *
     * @param secrets as in the variable {@code JINGZHUN_SEALING_SECRET}
     * @throws IllegalArgumentException when they are anything else; the former ones then stay
     */
    public void use(String secrets) {
        keys = KeySet.of(secrets);
    }

    /** @param owner id of the row that keeps it */
    public byte[] seal(UUID owner, String text) {
        return sealBytes(owner, text.getBytes(StandardCharsets.UTF_8));
    }

    /** @param owner id of the row that keeps it */
    public byte[] sealBytes(UUID owner, byte[] plain) {
        return keys.primary().seal(owner, plain);
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
        KeySet known = keys;
        int id = sealed[0];
        SealingKey key = known.find(id)
                .orElseThrow(() -> new IllegalStateException(
                        "the data of %s are sealed under secret number %d, which JINGZHUN_SEALING_SECRET must name: it has %s"
                                .formatted(owner, id, known.ids())));
        try {
            return key.open(owner, sealed);
        } catch (GeneralSecurityException foreign) {
            throw new IllegalStateException(
                    "the sealed data of %s must be opened with the secret they were sealed with".formatted(owner),
                    foreign);
        }
    }

    /** The number of the key that seals. */
    public int primary() {
        return keys.primary().id();
    }

    /** The numbers of the keys that open, that of the primary first. */
    public List<Integer> ids() {
        return keys.ids();
    }

    /**
     * Bytes that follow from the primary secret and tell nothing about it.
     *
     * @param purpose no two uses share one
     * @return 32 bytes
     */
    public byte[] derived(String purpose) {
        return keys.primary().derive("Generic", purpose).getEncoded();
    }
}
