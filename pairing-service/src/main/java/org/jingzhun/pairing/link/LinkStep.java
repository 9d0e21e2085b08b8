package org.jingzhun.pairing.link;

/** The steps of a standing link. */
public enum LinkStep {

    /** The unit helps the village no more (解除定点帮扶). */
    END
}
