package org.jingzhun.identification.statistics.multidimensional;

import java.util.HashSet;
import java.util.List;

/**
 * Which deprivations count and how much, and from where on a household is poor. Whole weights and a whole cutoff keep
 * every comparison exact.
 *
 * @param indicators at most {@value #MOST_INDICATORS}; the place of one is its bit in a pattern
 * @param cutoff the weighted deprivations from which on a household is poor (k), 1 to the sum of the weights
 */
public record Measure(String version, List<Indicator> indicators, int cutoff) {

    /** Patterns of deprivations are the bits of an int. */
    public static final int MOST_INDICATORS = 30;

    public Measure {
        indicators = List.copyOf(indicators);
        if (indicators.isEmpty() || indicators.size() > MOST_INDICATORS) {
            throw new IllegalArgumentException("measure %s has %d indicators but must have 1 to %d"
                    .formatted(version, indicators.size(), MOST_INDICATORS));
        }
        var codes = new HashSet<String>();
        for (Indicator indicator : indicators) {
            if (!codes.add(indicator.code())) {
                throw new IllegalArgumentException(
                        "indicator %s stands twice in measure %s".formatted(indicator.code(), version));
            }
        }
        int sum = indicators.stream().mapToInt(Indicator::weight).sum();
        if (cutoff < 1 || cutoff > sum) {
            throw new IllegalArgumentException(
                    "cutoff %d of measure %s must be 1 to the sum %d of its weights".formatted(cutoff, version, sum));
        }
    }

    /** The sum of the weights. */
    public int totalWeight() {
        return indicators.stream().mapToInt(Indicator::weight).sum();
    }

    /** The weighted deprivations of a household with this pattern (c). */
    public int depth(int pattern) {
        int depth = 0;
        for (int place = 0; place < indicators.size(); place++) {
            if ((pattern >>> place & 1) != 0) {
                depth += indicators.get(place).weight();
            }
        }
        return depth;
    }

    public boolean isPoor(int pattern) {
        return depth(pattern) >= cutoff;
    }
}
