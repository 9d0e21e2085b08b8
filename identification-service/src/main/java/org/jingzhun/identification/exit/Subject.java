package org.jingzhun.identification.exit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who leaves: a household (户脱贫), a poor village (村出列), a poor county (县摘帽). */
@Schema(name = "ExitSubject")
public enum Subject {
    HOUSEHOLD,
    VILLAGE,
    COUNTY
}
