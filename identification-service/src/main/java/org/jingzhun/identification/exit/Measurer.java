package org.jingzhun.identification.exit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who finds out how it is with a criterion: the team on the spot, the register by counting, or an evaluation by others. */
@Schema(name = "CriterionMeasurer")
public enum Measurer {
    TEAM,
    REGISTER,
    EVALUATION
}
