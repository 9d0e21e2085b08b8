package org.jingzhun.chassis.retention;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What becomes of stored data (到期处置). */
@Schema(name = "RetentionFate")
public enum Fate {
    /** Stays: an archive, or a record that nobody may destroy; after its purpose has ended only its access is narrowed. */
    KEPT,
    /** Is deleted by the service once it is older than {@code atMost}. */
    DELETED,
    /** Lives as long as the work it belongs to: an import, a message on its way, a process. */
    TRANSIENT,
    /** Copies and sums of what is kept elsewhere: follow it, and can be made anew. */
    DERIVED
}
