package org.jingzhun.sample;

/**
 * A natural village (屯).
 *
 * @param ethnicity group that leads here, GB/T 3304
 * @param infrastructure water, power, roads, distances: standard deviations from the ordinary
 * @param land arable land and forest: standard deviations from the ordinary
 */
record Hamlet(String name, String ethnicity, double infrastructure, double land) {}
