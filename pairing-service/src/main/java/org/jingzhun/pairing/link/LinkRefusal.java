package org.jingzhun.pairing.link;

import java.io.Serial;
import java.util.UUID;
import org.jingzhun.pairing.helper.UnitLevel;

/** Why a link is not made or ended. */
public abstract sealed class LinkRefusal extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private LinkRefusal(String message) {
        super(message, null, false, false);
    }

    /** There is no such unit in the caller's area. */
    public static final class UnknownUnit extends LinkRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        UnknownUnit(UUID unit) {
            super("unit " + unit + " must exist in the caller's area");
        }
    }

    /** There is no such village in the caller's area. */
    public static final class UnknownVillage extends LinkRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        private final long code;

        UnknownVillage(long code) {
            super("division " + code + " must be a village of the caller's area");
            this.code = code;
        }

        public long code() {
            return code;
        }
    }

    /** The unit helps as many villages as its level may. */
    public static final class LimitReached extends LinkRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        private final UnitLevel level;
        private final int limit;

        LimitReached(UnitLevel level, int limit) {
            super("a unit of level " + level + " must have " + limit + " villages at most");
            this.level = level;
            this.limit = limit;
        }

        public UnitLevel level() {
            return level;
        }

        public int limit() {
            return limit;
        }
    }

    /** The unit is linked to the village already. */
    public static final class Exists extends LinkRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        Exists(UUID unit, long village) {
            super("unit " + unit + " is linked to village " + village + " already");
        }
    }

    /** The link does not stand any more. */
    public static final class HasEnded extends LinkRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        HasEnded(UUID link) {
            super("link " + link + " has ended");
        }
    }
}
