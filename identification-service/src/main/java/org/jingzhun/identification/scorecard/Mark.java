package org.jingzhun.identification.scorecard;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a source carries the points of a scorecard. */
@Schema(name = "ScorecardMark")
public enum Mark {
    /** The document that is named sets them. */
    SOURCED,
    /** Put together from reports about a document that was never published. */
    RECONSTRUCTED,
    /** Nobody has named a document. */
    UNSOURCED
}
