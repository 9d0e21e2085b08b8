package org.jingzhun.identification.special.derivation;

import java.util.UUID;
import org.jingzhun.identification.household.Relation;
import org.jingzhun.identification.household.identity.Sex;
import org.jingzhun.identification.special.facts.Bearer;

/**
 * A member as far as it matters for who is left behind.
 *
 * @param monthsAway of work outside the township in the year, 0 to 12
 * @param ableToCare whether the member can look after a child
 */
public record Relative(UUID id, Relation relation, Bearer bearer, int monthsAway, boolean ableToCare) {

    boolean isWoman() {
        return bearer.sex() == Sex.FEMALE;
    }
}
