package org.jingzhun.chassis.audit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a proof finds wrong. */
@Schema(name = "AuditFinding")
public enum AuditFinding {
    /** A record was changed, put in or taken out: the chain does not hold in itself. */
    CHAIN_BROKEN,
    /** Records at the end are gone that were there when a head was published. */
    CUT_SHORT,
    /** The chain holds in itself, but is not the one whose heads were published: it was written anew. */
    REWRITTEN
}
