package org.jingzhun.identification.form.proposal;

import java.util.List;
import java.util.Set;

/**
 * How the form of one scorecard is filled in.
 *
 * @param members rules over the members, in their order
 * @param ofPlaces categories that are answered alike in a hamlet
 * @param neighboursAtLeast households of the hamlet that must be assessed before they are followed, 1 or more
 * @param shareAtLeast part of them that must agree, above 0 up to 1
 */
public record FormRules(List<Rule> members, Set<String> ofPlaces, int neighboursAtLeast, double shareAtLeast) {

    /** For a scorecard without rules of its own: only earlier visits help. */
    public static final FormRules NONE = new FormRules(List.of(), Set.of(), 1, 1);

    public FormRules {
        members = List.copyOf(members);
        ofPlaces = Set.copyOf(ofPlaces);
        if (neighboursAtLeast < 1 || shareAtLeast <= 0 || shareAtLeast > 1) {
            throw new IllegalArgumentException("neighbours %d must be 1 or more, share %s above 0 up to 1"
                    .formatted(neighboursAtLeast, shareAtLeast));
        }
    }
}
