package org.jingzhun.sample;

import java.util.stream.IntStream;

/** Divides a whole number by weights without a rest: largest remainders, ties to the earlier. */
final class Apportion {

    private Apportion() {}

    static int[] of(int total, double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        int[] parts = new int[weights.length];
        double[] rest = new double[weights.length];
        int given = 0;
        for (int i = 0; i < weights.length; i++) {
            double exact = total * weights[i] / sum;
            parts[i] = (int) exact;
            rest[i] = exact - parts[i];
            given += parts[i];
        }
        IntStream.range(0, weights.length)
                .boxed()
                .sorted((a, b) -> Double.compare(rest[b], rest[a]))
                .limit(total - (long) given)
                .forEach(i -> parts[i]++);
        return parts;
    }
}
