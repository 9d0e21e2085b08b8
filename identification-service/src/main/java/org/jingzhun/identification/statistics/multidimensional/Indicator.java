package org.jingzhun.identification.statistics.multidimensional;

/**
 * One thing of which a household may be deprived.
 *
 * @param code UPPER_SNAKE
 * @param dimension to which it belongs, for example HEALTH
 * @param weight 1 or more; weights count relative to their sum
 */
public record Indicator(String code, String dimension, int weight) {

    public Indicator {
        if (weight < 1) {
            throw new IllegalArgumentException("weight %d of indicator %s must be 1 or more".formatted(weight, code));
        }
    }
}
