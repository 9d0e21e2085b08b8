package org.jingzhun.identification.special.derivation;

/**
 * What is known of how a disabled person lives.
 *
 * @param registered whether the household is poor on the register
 * @param minimumAllowance whether the person lives on it (低保)
 * @param destitute whether the person is supported as destitute (特困供养)
 */
public record Hardship(boolean registered, boolean minimumAllowance, boolean destitute) {

    public static final Hardship NONE = new Hardship(false, false, false);
}
