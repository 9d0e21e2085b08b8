package org.jingzhun.identification.adjustment;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a check found of a household: of whom it can be said, and where it is corrected. */
@Schema(name = "QualityFinding")
public enum Finding {
    OK(EnumSet.allOf(Standing.class), EnumSet.noneOf(Link.class), Set.of()),
    /** On the register as poor and is not (错评). */
    WRONG_INCLUSION(
            EnumSet.of(Standing.POOR, Standing.RETURNED), EnumSet.of(Link.TRANSITION, Link.FLAG), Set.of("REMOVE")),
    /** Poor and not on the register (漏评). */
    MISSED(EnumSet.of(Standing.UNREGISTERED, Standing.REMOVED), EnumSet.of(Link.REGISTER), Set.of()),
    /** Exited and does not meet the standard (错退). */
    WRONG_EXIT(EnumSet.of(Standing.EXITED), EnumSet.of(Link.TRANSITION), Set.of("ROLL_BACK", "RETURN")),
    /** Rightly where it stands, but what is recorded is wrong (信息有误). */
    DATA_ERROR(EnumSet.allOf(Standing.class), EnumSet.of(Link.CHANGE), Set.of());

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final Set<Standing> of;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final Set<Link> links;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final Set<String> transitions;

    Finding(Set<Standing> of, Set<Link> links, Set<String> transitions) {
        this.of = Set.copyOf(of);
        this.links = Set.copyOf(links);
        this.transitions = Set.copyOf(transitions);
    }

    /** Of whom it can be said; its rate is a share of these. */
    public Set<Standing> of() {
        return of;
    }

    /** Where it is corrected; empty when there is nothing to correct. */
    public Set<Link> links() {
        return links;
    }

    /** Kinds of the transitions that correct it. */
    public Set<String> transitions() {
        return transitions;
    }
}
