package org.jingzhun.pairing.link;

import java.io.Serial;
import java.time.LocalDate;
import java.util.UUID;
import org.jingzhun.pairing.helper.Calling;
import org.jingzhun.pairing.helper.UnitLevel;

/** Why a link is not made, or a step of it not taken. */
public abstract sealed class LinkRefusal extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private LinkRefusal(String message) {
        super(message, null, false, false);
    }

    /** A link of this kind needs another party than the one that is named. */
    public static final class WrongParty extends LinkRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        private final LinkKind kind;

        WrongParty(LinkKind kind) {
            super("a link of kind " + kind + " must name one party, of kind " + kind.party());
            this.kind = kind;
        }

        public LinkKind kind() {
            return kind;
        }
    }

    /** The helper is not what a contact of this kind must be. */
    public static final class WrongCalling extends LinkRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        private final LinkKind kind;
        private final Calling wanted;

        WrongCalling(LinkKind kind, Calling wanted) {
            super("a helper in a link of kind " + kind + " must be a " + wanted);
            this.kind = kind;
            this.wanted = wanted;
        }

        public LinkKind kind() {
            return kind;
        }

        public Calling wanted() {
            return wanted;
        }
    }

    /** The helper's rank is not one of leaders (县领导为处级干部). */
    public static final class NoLeader extends LinkRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        NoLeader(UUID helper) {
            super("helper " + helper + " must be of division rank to be a leader of the county");
        }
    }

    /** The party has the link already; nobody hands over to itself. */
    public static final class SameParty extends LinkRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        SameParty(UUID link) {
            super("link " + link + " must be handed over to another party");
        }
    }

    /** Nobody lives in two villages (驻村). */
    public static final class ResidesElsewhere extends LinkRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        ResidesElsewhere(UUID helper) {
            super("helper " + helper + " must not be first secretary or team member of another village");
        }
    }

    /** The first secretary leads the team of the village, and is no other member of it (第一书记任工作队队长). */
    public static final class ResidesAlready extends LinkRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        ResidesAlready(UUID helper, long village) {
            super("helper " + helper + " must not be first secretary and team member of village " + village);
        }
    }

    /** A link stands from its first day on, which is not to come. */
    public static final class InFuture extends LinkRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        private final LocalDate since;

        InFuture(LocalDate since) {
            super("a link must not begin on " + since + ", which is to come");
            this.since = since;
        }

        public LocalDate since() {
            return since;
        }
    }

    /** First secretaries are sent by a unit that helps the village (第一书记由结对单位选派). */
    public static final class UnitNotLinked extends LinkRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        private final long village;

        UnitNotLinked(UUID unit, long village) {
            super("unit " + unit + " must be linked to village " + village);
            this.village = village;
        }

        public long village() {
            return village;
        }
    }

    /** The unit is of another level than a link of this kind is for. */
    public static final class WrongLevel extends LinkRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        private final LinkKind kind;
        private final UnitLevel wanted;

        WrongLevel(LinkKind kind, UnitLevel wanted) {
            super("a unit, or the unit of a helper, in a link of kind " + kind + " must be of level " + wanted);
            this.kind = kind;
            this.wanted = wanted;
        }

        public LinkKind kind() {
            return kind;
        }

        public UnitLevel wanted() {
            return wanted;
        }
    }

    /** There is no such party in the caller's area. */
    public static final class UnknownParty extends LinkRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        private final LinkKind.Party party;

        UnknownParty(LinkKind.Party party, Object id) {
            super(party + " " + id + " must exist in the caller's area");
            this.party = party;
        }

        public LinkKind.Party party() {
            return party;
        }
    }

    /** The party, or the place, has as many links of this kind as it may. */
    public static final class LimitReached extends LinkRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        private final LinkKind kind;
        private final int limit;
        private final boolean ofParty;

        LimitReached(LinkKind kind, int limit, boolean ofParty) {
            super((ofParty ? "a party" : "a place") + " must have " + limit + " links of kind " + kind + " at most");
            this.kind = kind;
            this.limit = limit;
            this.ofParty = ofParty;
        }

        public LinkKind kind() {
            return kind;
        }

        public int limit() {
            return limit;
        }

        /** Whether it is the party that has too many; else it is the place. */
        public boolean ofParty() {
            return ofParty;
        }
    }

    /** The link stands already. */
    public static final class Exists extends LinkRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        Exists(LinkKind kind, long division) {
            super("a link of kind " + kind + " with " + division + " stands already");
        }
    }

    /** Only links with a term are renewed. */
    public static final class WithoutTerm extends LinkRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        private final LinkKind kind;

        WithoutTerm(LinkKind kind) {
            super("a link of kind " + kind + " has no term");
            this.kind = kind;
        }

        public LinkKind kind() {
            return kind;
        }
    }

    /** Nobody leaves while the village is poor (村不摘帽、户不脱贫，队不撤走). */
    public static final class StillPoor extends LinkRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        private final long division;

        StillPoor(UUID link, long division) {
            super("link " + link + " stays while " + division + " is on the list of the poor or has poor households");
            this.division = division;
        }

        public long division() {
            return division;
        }
    }

    /** The term is fixed (一定5年). */
    public static final class TermNotOver extends LinkRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        private final LocalDate lastDay;

        TermNotOver(LocalDate lastDay) {
            super("the term ends on " + lastDay);
            this.lastDay = lastDay;
        }

        public LocalDate lastDay() {
            return lastDay;
        }
    }

    /** Another enterprise has this credit code. */
    public static final class CreditCodeTaken extends LinkRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        CreditCodeTaken(String code) {
            super("credit code " + code + " must belong to one enterprise");
        }
    }
}
