package org.jingzhun.identification.objection.web;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an objection is decided. */
@Schema(name = "ObjectionOutcome")
public enum Outcome {
    UPHELD,
    REJECTED
}
