package org.jingzhun.chassis.sealing;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keys by their numbers; the first one, the primary, seals, and all of them open. */
final class KeySet {

    /** Which of them a lone secret without a number is. */
    static final int ONLY = 1;

    private static final int LARGEST = Byte.MAX_VALUE;
    private static final int SECRET_BYTES = 32;

    private final Map<Integer, SealingKey> keys = new LinkedHashMap<>();

    private KeySet() {}

    /**
     * @param secrets as {@link SealingSettings#secret} has them
     * @throws IllegalArgumentException when they are anything else; the text tells no secret
     */
    static KeySet of(String secrets) {
        KeySet set = new KeySet();
        for (String each : secrets.split(",", -1)) {
            String text = each.strip();
            int colon = text.indexOf(':');
            int id = colon < 0 ? ONLY : number(text.substring(0, colon));
            byte[] secret = bytes(id, text.substring(colon + 1));
            if (set.keys.put(id, new SealingKey(id, secret)) != null) {
                throw new IllegalArgumentException(
                        "JINGZHUN_SEALING_SECRET has number %d twice; give each secret a number of its own"
                                .formatted(id));
            }
        }
        return set;
    }

    private static int number(String text) {
        if (text.matches("[1-9][0-9]{0,2}") && Integer.parseInt(text) <= LARGEST) {
            return Integer.parseInt(text);
        }
        throw new IllegalArgumentException(
                "JINGZHUN_SEALING_SECRET must have a number from 1 to %d before each colon, as in 2:secret,1:secret"
                        .formatted(LARGEST));
    }

    private static byte[] bytes(int id, String base64) {
        byte[] secret;
        try {
            secret = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException garbled) {
            throw new IllegalArgumentException(
                    "JINGZHUN_SEALING_SECRET number %d is not base64; make one with: openssl rand -base64 32"
                            .formatted(id),
                    garbled);
        }
        if (secret.length < SECRET_BYTES) {
            throw new IllegalArgumentException(
                    "JINGZHUN_SEALING_SECRET number %d has %d bytes but must have %d or more; make one with: openssl rand -base64 32"
                            .formatted(id, secret.length, SECRET_BYTES));
        }
        return secret;
    }

    SealingKey primary() {
        return keys.values().iterator().next();
    }

    Optional<SealingKey> find(int id) {
        return Optional.ofNullable(keys.get(id));
    }

    /** The primary first. */
    List<Integer> ids() {
        return List.copyOf(keys.keySet());
    }
}
