package org.jingzhun.chassis.sealing;

import io.smallrye.config.ConfigMapping;

/** How personal data are kept. */
@ConfigMapping(prefix = "jingzhun.sealing")
interface SealingSettings {

    /**
     * The secrets that keys are derived from, each 32 random bytes or more in base64: one alone, which is number 1, or
     * several with their numbers, as in {@code 2:secret,1:secret}. The first seals, all open. Whoever loses one loses
     * what is sealed under it.
     */
    String secret();
}
