package org.jingzhun.identification.register;

/** How a household stands on the register (脱贫属性). */
public enum Status {
    POOR,
    EXITED,
    RETURNED,
    REMOVED
}
