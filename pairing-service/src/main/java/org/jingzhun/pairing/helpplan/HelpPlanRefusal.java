package org.jingzhun.pairing.helpplan;

import java.util.List;
import java.util.UUID;
import org.jingzhun.pairing.cause.Cause;
import org.jspecify.annotations.Nullable;

/** What help plans say no to. */
public abstract sealed class HelpPlanRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private HelpPlanRefusal(String message) {
        super(message, null, false, false);
    }

    /** There is none of this id in the caller's area. */
    public static final class Unknown extends HelpPlanRefusal {
        private static final long serialVersionUID = 1L;

        Unknown(UUID id) {
            super("Plan or measure " + id + " is not known");
        }
    }

    /** The household or village is not known there. */
    public static final class UnknownSubject extends HelpPlanRefusal {
        private static final long serialVersionUID = 1L;

        UnknownSubject() {
            super("The household or village must be known and lie in the caller's area");
        }
    }

    /** A plan of the kind needs other fields. */
    public static final class KindMismatch extends HelpPlanRefusal {
        private static final long serialVersionUID = 1L;
        private final HelpPlan.Kind kind;

        KindMismatch(HelpPlan.Kind kind) {
            super("A plan of kind " + kind + " has other fields");
            this.kind = kind;
        }

        public HelpPlan.Kind kind() {
            return kind;
        }
    }

    /** Another plan stands for the same household or place. */
    public static final class PlanStands extends HelpPlanRefusal {
        private static final long serialVersionUID = 1L;

        PlanStands() {
            super("Another plan stands");
        }
    }

    /** Only what is not on its way up can be written. */
    public static final class NotWritable extends HelpPlanRefusal {
        private static final long serialVersionUID = 1L;
        private final PlanState state;

        NotWritable(PlanState state) {
            super("A plan that is " + state + " must not change");
            this.state = state;
        }

        public PlanState state() {
            return state;
        }
    }

    /** The jurisdiction has no such pathway or action. */
    public static final class UnknownMeasure extends HelpPlanRefusal {
        private static final long serialVersionUID = 1L;
        private final String code;
        private final List<String> known;

        UnknownMeasure(String code, List<String> known) {
            super(code + " must be one of " + known);
            this.code = code;
            this.known = List.copyOf(known);
        }

        public String code() {
            return code;
        }

        public List<String> known() {
            return known;
        }
    }

    /** The same id twice, or of another plan. */
    public static final class MeasureTaken extends HelpPlanRefusal {
        private static final long serialVersionUID = 1L;
        private final UUID measure;

        MeasureTaken(UUID measure) {
            super("Measure " + measure + " stands elsewhere");
            this.measure = measure;
        }

        public UUID measure() {
            return measure;
        }
    }

    /** No measure helps against the household's main cause. */
    public static final class CauseUnmet extends HelpPlanRefusal {
        private static final long serialVersionUID = 1L;
        private final Cause cause;
        private final List<String> helping;

        CauseUnmet(Cause cause, List<String> helping) {
            super("No measure helps against " + cause);
            this.cause = cause;
            this.helping = List.copyOf(helping);
        }

        public Cause cause() {
            return cause;
        }

        public List<String> helping() {
            return helping;
        }
    }

    /** A plan without measures, or a step without words. */
    public static final class Missing extends HelpPlanRefusal {
        private static final long serialVersionUID = 1L;
        private final @Nullable PlanStep step;

        Missing(@Nullable PlanStep step) {
            super(step == null ? "A plan needs a measure" : step + " needs a remark");
            this.step = step;
        }

        public @Nullable PlanStep step() {
            return step;
        }
    }

    /** What has not happened cannot be seen. */
    public static final class EffectInFuture extends HelpPlanRefusal {
        private static final long serialVersionUID = 1L;

        EffectInFuture() {
            super("An effect must not be seen in the future");
        }
    }

    /** A helper writes for the households that it helps. */
    public static final class NotYourHousehold extends HelpPlanRefusal {
        private static final long serialVersionUID = 1L;

        NotYourHousehold() {
            super("A helper writes for the households that it helps");
        }
    }
}
