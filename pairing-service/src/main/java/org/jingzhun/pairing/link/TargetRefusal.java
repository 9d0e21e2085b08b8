package org.jingzhun.pairing.link;

import java.io.Serial;
import java.util.UUID;
import org.jingzhun.pairing.helper.Unit;

/** Why a place or a person is not what a link may lead to. */
public abstract sealed class TargetRefusal extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private TargetRefusal(String message) {
        super(message, null, false, false);
    }

    /** There is no such village or county in the caller's area. */
    public static final class UnknownPlace extends TargetRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        private final LinkKind.Target wanted;
        private final long code;

        UnknownPlace(LinkKind.Target wanted, long code) {
            super("division " + code + " must be a " + wanted + " of the caller's area");
            this.wanted = wanted;
            this.code = code;
        }

        public LinkKind.Target wanted() {
            return wanted;
        }

        public long code() {
            return code;
        }
    }

    /** The place lies outside of where the unit helps (单位帮扶区域). */
    public static final class UnitHelpsElsewhere extends TargetRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        private final long area;
        private final long place;

        UnitHelpsElsewhere(Unit unit, long place) {
            super("unit " + unit.id() + " must help in a division that contains " + place);
            this.area = unit.division();
            this.place = place;
        }

        /** Where the unit helps. */
        public long area() {
            return area;
        }

        public long place() {
            return place;
        }
    }

    /** A contact is with a person, other links are not. */
    public static final class PersonExpected extends TargetRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        private final boolean expected;

        PersonExpected(LinkKind kind, boolean expected) {
            super("a link of kind " + kind + (expected ? " must" : " must not") + " name a person");
            this.expected = expected;
        }

        public boolean expected() {
            return expected;
        }
    }

    /** No household of the village has this member, as far as identification has told (家庭成员). */
    public static final class UnknownPerson extends TargetRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        private final long village;

        UnknownPerson(UUID person, long village) {
            super("person " + person + " must be a member of a household of village " + village);
            this.village = village;
        }

        public long village() {
            return village;
        }
    }
}
