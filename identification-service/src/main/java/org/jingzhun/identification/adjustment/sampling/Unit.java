package org.jingzhun.identification.adjustment.sampling;

import java.util.UUID;

/** A household that can be drawn, and the stratum (层) that it belongs to. */
public record Unit(UUID household, String stratum) {}
