package org.jingzhun.identification.household;

/** Whether a member can work (劳动能力). */
public enum Labour {
    ORDINARY,
    SKILLED,
    LOST,
    NONE;

    /** Whether the member counts as a labourer (劳动力). */
    public boolean works() {
        return this == ORDINARY || this == SKILLED;
    }
}
