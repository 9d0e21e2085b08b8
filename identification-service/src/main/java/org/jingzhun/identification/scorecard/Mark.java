package org.jingzhun.identification.scorecard;

/** How far a source carries the points of a scorecard. */
public enum Mark {
    /** The document that is named sets them. */
    SOURCED,
    /** Put together from reports about a document that was never published. */
    RECONSTRUCTED,
    /** Nobody has named a document. */
    UNSOURCED
}
