package org.jingzhun.funding.asset.share;

import java.util.Comparator;

/**
 * Who may get shares.
 *
 * @param weight shares in proportion to it when an asset is divided by weights, at least 1
 * @param withoutLabour whether nobody in the household can work (丧失劳动能力): served first
 */
public record Candidate(Holder holder, int weight, boolean withoutLabour) {

    /** Who is served first: those without labour, then by holder. */
    static final Comparator<Candidate> PRIORITY =
            Comparator.comparing(Candidate::withoutLabour).reversed().thenComparing(Candidate::holder);

    public Candidate {
        if (weight < 1) {
            throw new IllegalArgumentException("Weight (" + weight + ") of a candidate must be at least 1");
        }
    }
}
