package org.jingzhun.identification.scorecard;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a scorecard has come. */
@Schema(name = "ScorecardStage")
public enum Stage {
    /** Being written; nobody is scored with it. */
    DRAFT,
    /** Sound, and signed by somebody who did not write it. */
    CHECKED,
    /** In force between its dates; it never changes again. */
    PUBLISHED,
    /** Takes no new answers; scores that were given with it are still proven with it. */
    RETIRED
}
