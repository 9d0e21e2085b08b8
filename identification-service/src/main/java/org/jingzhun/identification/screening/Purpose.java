package org.jingzhun.identification.screening;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a screening looks for. */
@Schema(name = "ScreeningPurpose")
public enum Purpose {
    /** Who may not be found poor by a campaign. */
    IDENTIFICATION,
    /** Who may be on the register wrongly (错评核查). */
    REGISTER
}
