package org.jingzhun.pairing.link;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.jingzhun.pairing.helper.Unit;
import org.jingzhun.pairing.policy.Policies;
import org.jspecify.annotations.Nullable;

/** How many links of a kind there may be, and for how long, as the policies of a day say. */
@ApplicationScoped
class LinkLimits {

    private final Policies policies;

    LinkLimits(Policies policies) {
        this.policies = policies;
    }

    /** @param unit the party, if it is a unit */
    int perParty(LinkKind kind, @Nullable Unit unit, LocalDate day) {
        return kind == LinkKind.UNIT_VILLAGE && unit != null
                ? policies.villagesPerUnit.on(day).get(unit.level())
                : find(kind + "_PER_PARTY", day).orElse(Integer.MAX_VALUE);
    }

    int perPlace(LinkKind kind, LocalDate day) {
        return find(kind + "_PER_PLACE", day).orElse(Integer.MAX_VALUE);
    }

    /** Years of a term; null if links of this kind have none. */
    @Nullable
    Integer years(LinkKind kind, LocalDate day) {
        OptionalInt years = find(kind + "_YEARS", day);
        return years.isPresent() ? years.getAsInt() : null;
    }

    /** Links of this kind that a place has at least; 0 if none is asked for. Of a team the first secretary is a member. */
    int least(LinkKind kind, LocalDate day) {
        return find(kind + "_LEAST", day).orElse(0);
    }

    /** Kinds of which a place must have links. */
    List<LinkKind> listNeeded(LocalDate day) {
        return Arrays.stream(LinkKind.values())
                .filter(kind -> least(kind, day) > 0)
                .toList();
    }

    /** Links of this kind that a party with one has at least; 0 if that is not asked for. */
    int leastOfParty(LinkKind kind, LocalDate day) {
        return find(kind + "_LEAST_OF_PARTY", day).orElse(0);
    }

    /** Kinds of which a party that has one must have more. */
    List<LinkKind> listNeededOfParty(LocalDate day) {
        return Arrays.stream(LinkKind.values())
                .filter(kind -> leastOfParty(kind, day) > 0)
                .toList();
    }

    private OptionalInt find(String key, LocalDate day) {
        return policies.linkLimits.on(day).find(key);
    }
}
