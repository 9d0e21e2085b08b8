package org.jingzhun.pairing.pairing.matching;

import java.util.UUID;

/**
 * A household and the helper chosen for it (结对).
 *
 * @param place which of the helper's households it is, counted from 1
 */
public record Pair(UUID household, UUID helper, int place, CostTerms terms) {}
