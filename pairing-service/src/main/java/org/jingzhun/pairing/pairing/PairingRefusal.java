package org.jingzhun.pairing.pairing;

import java.io.Serial;
import java.util.List;
import java.util.UUID;

/** Why a step of a pairing is refused. */
public abstract sealed class PairingRefusal extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private PairingRefusal(String message) {
        super(message, null, false, false);
    }

    /** No un-pairing until out of poverty (不脱贫不脱钩). */
    public static final class StillPoor extends PairingRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        StillPoor(UUID household) {
            super("household " + household + " must be out of poverty");
        }
    }

    /** Who is monitored so that it does not fall back keeps its helper. */
    public static final class StillMonitored extends PairingRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        StillMonitored(UUID household) {
            super("household " + household + " must not be monitored any more");
        }
    }

    /** There is no such helper in the caller's area. */
    public static final class UnknownHelper extends PairingRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        UnknownHelper(String helper) {
            super("helper " + helper + " must exist in the caller's area");
        }
    }

    /** The household has this helper already. */
    public static final class SameHelper extends PairingRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        SameHelper(UUID helper) {
            super("helper " + helper + " has the household already");
        }
    }

    /** One order names each pairing once: which of two helpers is meant nobody can tell. */
    public static final class Repeated extends PairingRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        private final UUID pairing;
        private final List<Integer> rows;

        Repeated(UUID pairing, List<Integer> rows) {
            super("pairing " + pairing + " must be transferred once, but stands in rows " + rows);
            this.pairing = pairing;
            this.rows = List.copyOf(rows);
        }

        public UUID pairing() {
            return pairing;
        }

        /** Where it stands among the transfers, from 0. */
        public List<Integer> rows() {
            return rows;
        }
    }

    /** The helper has as many households as the rank allows. */
    public static final class QuotaExhausted extends PairingRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        private final int quota;

        QuotaExhausted(UUID helper, int quota) {
            super("helper " + helper + " must have " + quota + " households at most");
            this.quota = quota;
        }

        public int quota() {
            return quota;
        }
    }

    /** The helper is on leave, ill or gone. */
    public static final class HelperAbsent extends PairingRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        HelperAbsent(UUID helper) {
            super("helper " + helper + " must be on duty");
        }
    }

    /** Kin, dealings or an office forbid it (回避). */
    public static final class Conflict extends PairingRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        Conflict(UUID helper, UUID household) {
            super("helper " + helper + " must not help household " + household);
        }
    }
}
