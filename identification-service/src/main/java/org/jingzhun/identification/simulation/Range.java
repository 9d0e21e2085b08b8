package org.jingzhun.identification.simulation;

import java.util.UUID;

/**
 * Villages whose answers are read at once.
 *
 * @param scorecard for which the answers were given
 */
record Range(UUID campaign, String scorecard, long from, long to) {}
