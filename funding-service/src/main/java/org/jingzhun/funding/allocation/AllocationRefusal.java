package org.jingzhun.funding.allocation;

import java.util.List;
import java.util.UUID;
import org.jingzhun.funding.allocation.formula.FactorAllocation;
import org.jingzhun.funding.ledger.money.Money;

/** What allocating says no to. */
public abstract sealed class AllocationRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private AllocationRefusal(String message) {
        super(message, null, false, false);
    }

    /** A factor of the register with a table, or TABLE without one. */
    public static AllocationRefusal tableMismatch(FactorCode factor) {
        return new UnfitTerms(TermsFlaw.UNKNOWN_FACTOR_TABLE, factor.name());
    }

    /** Parameters that belong to another mode. */
    public static AllocationRefusal foreignParameters(Mode mode) {
        return new UnfitTerms(TermsFlaw.FOREIGN_PARAMETERS, mode.name());
    }

    /** There is no such plan, or not in the caller's area. */
    public static final class UnknownPlan extends AllocationRefusal {
        private static final long serialVersionUID = 1L;

        UnknownPlan(UUID id) {
            super("Allocation plan " + id + " must exist");
        }
    }

    /** Drafting and computing have paths of their own. */
    public static final class TakenElsewhere extends AllocationRefusal {
        private static final long serialVersionUID = 1L;
        private final Step step;

        TakenElsewhere(Step step) {
            super("Step " + step + " must be taken by its own path");
            this.step = step;
        }

        public Step step() {
            return step;
        }
    }

    /** The formula cannot divide this. */
    public static final class NotDivisible extends AllocationRefusal {
        private static final long serialVersionUID = 1L;
        private final FactorAllocation.Reason reason;
        private final transient List<String> values;

        NotDivisible(FactorAllocation.Indivisible indivisible) {
            super(indivisible.detail());
            this.reason = indivisible.reason();
            this.values = indivisible.values();
        }

        public FactorAllocation.Reason reason() {
            return reason;
        }

        public List<String> values() {
            return values;
        }
    }

    /** No parameter set of that name, or none for the year. */
    public static final class UnknownParameterSet extends AllocationRefusal {
        private static final long serialVersionUID = 1L;
        private final List<String> known;

        UnknownParameterSet(String asked, List<String> known) {
            super("Parameter set " + asked + " must be one of " + known);
            this.known = List.copyOf(known);
        }

        public List<String> known() {
            return known;
        }
    }

    /** The county is neither named nor that of the caller. */
    public static final class CountyMissing extends AllocationRefusal {
        private static final long serialVersionUID = 1L;

        CountyMissing() {
            super("County must be named by whoever is responsible for several");
        }
    }

    /** The county lies outside the caller's area. */
    public static final class OutsideArea extends AllocationRefusal {
        private static final long serialVersionUID = 1L;

        OutsideArea(long county) {
            super("County " + county + " must be within the caller's area");
        }
    }

    /** A plan stays with its county. */
    public static final class CountyFixed extends AllocationRefusal {
        private static final long serialVersionUID = 1L;

        CountyFixed() {
            super("County of a plan must stay what it was");
        }
    }

    /** The plan's terms contradict each other or its mode. */
    public static final class UnfitTerms extends AllocationRefusal {
        private static final long serialVersionUID = 1L;
        private final TermsFlaw flaw;
        private final String subject;

        UnfitTerms(TermsFlaw flaw, String subject) {
            super("Terms (" + subject + ") are unfit: " + flaw);
            this.flaw = flaw;
            this.subject = subject;
        }

        public TermsFlaw flaw() {
            return flaw;
        }

        /** What it is about: a code, a division, a mode. */
        public String subject() {
            return subject;
        }
    }

    /** A factor table lacks values of receivers. */
    public static final class TableIncomplete extends AllocationRefusal {
        private static final long serialVersionUID = 1L;
        private final String table;
        private final int missing;
        private final long first;

        TableIncomplete(String table, int missing, long first) {
            super("Table " + table + " must have a value for " + missing + " more receivers, first " + first);
            this.table = table;
            this.missing = missing;
            this.first = first;
        }

        public String table() {
            return table;
        }

        public int missing() {
            return missing;
        }

        /** The first division without a value. */
        public long first() {
            return first;
        }
    }

    /** A fixed standard needs more than the plan's amount. */
    public static final class StandardShort extends AllocationRefusal {
        private static final long serialVersionUID = 1L;
        private final String needed;
        private final transient Money available;
        private final String shortfall;

        StandardShort(String needed, Money available, String shortfall) {
            super("Amount (" + available + ") must be at least " + needed + " yuan");
            this.needed = needed;
            this.available = available;
            this.shortfall = shortfall;
        }

        public String needed() {
            return needed;
        }

        public Money available() {
            return available;
        }

        public String shortfall() {
            return shortfall;
        }
    }

    /** Receivers have spent of what the plan gave them. */
    public static final class Spent extends AllocationRefusal {
        private static final long serialVersionUID = 1L;
        private final transient List<SpentShare> receivers;

        Spent(List<SpentShare> receivers) {
            super("Shares of " + receivers.size() + " receivers must be there to be given back");
            this.receivers = List.copyOf(receivers);
        }

        /** Those that do not hold their share any more. */
        public List<SpentShare> receivers() {
            return receivers;
        }

        /** What is missing of all shares together. */
        public Money spent() {
            return receivers.stream().map(SpentShare::spent).reduce(Money.ZERO, Money::plus);
        }
    }

    /** A proposal is refused, or cannot be taken as it is. */
    public static final class UnfitProposal extends AllocationRefusal {
        private static final long serialVersionUID = 1L;
        private final ProposalFlaw flaw;
        private final String subject;

        UnfitProposal(ProposalFlaw flaw, Object subject) {
            super("Proposal (" + subject + ") is unfit: " + flaw);
            this.flaw = flaw;
            this.subject = subject.toString();
        }

        public ProposalFlaw flaw() {
            return flaw;
        }

        /** What it is about. */
        public String subject() {
            return subject;
        }
    }
}
