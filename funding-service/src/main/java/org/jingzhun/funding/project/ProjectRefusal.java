package org.jingzhun.funding.project;

import java.util.List;
import java.util.UUID;
import org.jingzhun.funding.ledger.money.Money;

/** What the project library says no to. */
public abstract sealed class ProjectRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private ProjectRefusal(String message) {
        super(message, null, false, false);
    }

    /** There is no such project, or not in the caller's area. */
    public static final class Unknown extends ProjectRefusal {
        private static final long serialVersionUID = 1L;

        Unknown(UUID id) {
            super("Project " + id + " must exist");
        }
    }

    /** The table of steps does not open this step now. */
    public static final class StepNotOpen extends ProjectRefusal {
        private static final long serialVersionUID = 1L;
        private final Step step;
        private final Stage stage;

        StepNotOpen(Step step, Stage stage) {
            super("Step " + step + " (at " + stage + ") must be taken at one of " + step.from());
            this.step = step;
            this.stage = stage;
        }

        public Step step() {
            return step;
        }

        public Stage stage() {
            return stage;
        }
    }

    /** The step belongs to another office. */
    public static final class NotThisOffice extends ProjectRefusal {
        private static final long serialVersionUID = 1L;
        private final Step step;

        NotThisOffice(Step step) {
            super("Step " + step + " must be taken by one of " + step.takenBy());
            this.step = step;
        }

        public Step step() {
            return step;
        }
    }

    /** Another person must take this step. */
    public static final class SamePerson extends ProjectRefusal {
        private static final long serialVersionUID = 1L;
        private final Step step;
        private final Step earlier;

        SamePerson(Step step, Step earlier) {
            super("Step " + step + " must be taken by another person than " + earlier);
            this.step = step;
            this.earlier = earlier;
        }

        public Step step() {
            return step;
        }

        /** The step that the same person took. */
        public Step earlier() {
            return earlier;
        }
    }

    /** Something is missing: a target, a link, beneficiaries, a notice, progress. */
    public static final class NotReady extends ProjectRefusal {
        private static final long serialVersionUID = 1L;
        private final Step step;
        private final List<String> missing;

        NotReady(Step step, List<String> missing) {
            super("Step " + step + " must wait for " + missing);
            this.step = step;
            this.missing = List.copyOf(missing);
        }

        public Step step() {
            return step;
        }

        /** Names of fields and steps. */
        public List<String> missing() {
            return missing;
        }
    }

    /** A code that its list does not have at that place and time. */
    public static final class UnknownCode extends ProjectRefusal {
        private static final long serialVersionUID = 1L;
        private final String field;
        private final List<String> known;

        UnknownCode(String field, List<String> known) {
            super("The " + field + " of a project must be one of " + known);
            this.field = field;
            this.known = List.copyOf(known);
        }

        public String field() {
            return field;
        }

        public List<String> known() {
            return known;
        }
    }

    /** More than the project costs. */
    public static final class AboveAmount extends ProjectRefusal {
        private static final long serialVersionUID = 1L;
        private final transient Money most;

        AboveAmount(Money most) {
            super("A project must be funded with at most " + most + " yuan more");
            this.most = most;
        }

        /** What is still missing. */
        public Money most() {
            return most;
        }
    }

    /** Progress goes forward. */
    public static final class ProgressBackwards extends ProjectRefusal {
        private static final long serialVersionUID = 1L;
        private final int percent;

        ProgressBackwards(int percent) {
            super("Progress must be at least " + percent + " percent");
            this.percent = percent;
        }

        public int percent() {
            return percent;
        }
    }

    /** Households that nobody knows, that were removed, or that live elsewhere. */
    public static final class NoBeneficiaries extends ProjectRefusal {
        private static final long serialVersionUID = 1L;
        private final int count;

        NoBeneficiaries(int count) {
            super(count + " households must be known, on the register, and of the county");
            this.count = count;
        }

        public int count() {
            return count;
        }
    }

    /** Households that the project is not for. */
    public static final class NotBeneficiaries extends ProjectRefusal {
        private static final long serialVersionUID = 1L;
        private final int count;

        NotBeneficiaries(int count) {
            super(count + " households must be beneficiaries");
            this.count = count;
        }

        public int count() {
            return count;
        }
    }

    /** The place lies outside the caller's area, or is not where the project was. */
    public static final class OutsideArea extends ProjectRefusal {
        private static final long serialVersionUID = 1L;

        OutsideArea(long division) {
            super("Division " + division + " must be within the caller's area");
        }
    }
}
