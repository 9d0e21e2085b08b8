package org.jingzhun.pairing.visit;

import org.jspecify.annotations.Nullable;

/**
 * How the household confirms a visit (农户确认).
 *
 * @param sha256 of the picture of signature or fingerprint, 64 hexadecimal digits; null for a witness
 * @param witness name of who confirms in the household's place; null otherwise
 */
public record Confirmation(
        By by, @Nullable String sha256, @Nullable String witness) {

    /** Who cannot write gives a fingerprint, who cannot do that has a witness. */
    public enum By {
        SIGNATURE("签名", "Signature"),
        FINGERPRINT("指印", "Fingerprint"),
        WITNESS("见证人", "Witness");

        private final String chinese;
        private final String english;

        By(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        public String chinese() {
            return chinese;
        }

        public String english() {
            return english;
        }
    }

    /** Whether it has the picture or the witness that it needs, and nothing else. */
    boolean isComplete() {
        return by == By.WITNESS ? witness != null && sha256 == null : sha256 != null && witness == null;
    }
}
