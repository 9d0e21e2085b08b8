package org.jingzhun.identification.household;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys one behind the other: a hash is the HMAC-SHA-256 of the text under the first, that of the result under the
 * second, and so on, each time with the number of the key in place of the first byte. So what is stored can be taken to
 * the next key without the text, and a hash says under how many keys it is.
 */
final class HashChain {

    private static final String ALGORITHM = "HmacSHA256";

    /** Prepared for each key, to be copied: making them anew takes longer than a hash. */
    private final List<Mac> keyed;

    private final Queue<List<Mac>> idle = new ConcurrentLinkedQueue<>();

    /** @param keys of 32 bytes, at least one */
    HashChain(List<byte[]> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("a hash must have a key");
        }
        this.keyed = keys.stream().map(HashChain::keyed).toList();
    }

    int length() {
        return keyed.size();
    }

    /**
     * @param keys how many of the keys, from the first
     * @return 32 bytes
     */
    byte[] hash(byte[] text, int keys) {
        List<Mac> free = idle.poll();
        List<Mac> macs = free == null ? copies() : free;
        byte[] hash = text;
        for (int key = 0; key < keys; key++) {
            hash = macs.get(key).doFinal(hash);
            hash[0] = (byte) (key + 1);
        }
        idle.add(macs);
        return hash;
    }

    private List<Mac> copies() {
        List<Mac> copies = new ArrayList<>(keyed.size());
        for (Mac mac : keyed) {
            try {
                copies.add((Mac) mac.clone());
            } catch (CloneNotSupportedException impossible) {
                throw new IllegalStateException("the JDK must be able to copy its HMAC-SHA256", impossible);
            }
        }
        return copies;
    }

    private static Mac keyed(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK must have HMAC-SHA256", impossible);
        }
    }
}
