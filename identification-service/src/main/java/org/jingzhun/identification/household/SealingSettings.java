package org.jingzhun.identification.household;

import io.smallrye.config.ConfigMapping;

/** How personal data are kept. */
@ConfigMapping(prefix = "jingzhun.identification.sealing")
interface SealingSettings {

    /**
     * The secret that the keys are derived from: 32 random bytes or more, in base64. Whoever loses it loses the id
     * numbers.
     */
    String secret();
}
