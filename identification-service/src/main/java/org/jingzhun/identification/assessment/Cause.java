package org.jingzhun.identification.assessment;

/** Why a household is poor (致贫原因). */
public enum Cause {
    ILLNESS,
    DISABILITY,
    SCHOOLING,
    DISASTER,
    LACK_OF_LAND,
    LACK_OF_WATER,
    LACK_OF_SKILLS,
    LACK_OF_LABOUR,
    LACK_OF_FUNDS,
    POOR_TRANSPORT,
    LACK_OF_MOTIVATION,
    OTHER
}
