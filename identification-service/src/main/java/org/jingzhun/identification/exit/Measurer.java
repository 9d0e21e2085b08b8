package org.jingzhun.identification.exit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who finds out how it is with a criterion: the team on the spot, or the register by counting. */
@Schema(name = "CriterionMeasurer")
public enum Measurer {
    TEAM,
    REGISTER
}
