package org.jingzhun.identification.assessment;

import java.io.Serial;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jingzhun.identification.scorecard.scoring.AnswerFault;

/** Why an assessment is refused. */
public abstract sealed class AssessmentRefusal extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private AssessmentRefusal(String message) {
        super(message, null, false, false);
    }

    /** Nobody knows the household, or it is outside the caller's area. */
    public static final class UnknownHousehold extends AssessmentRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        UnknownHousehold(UUID household) {
            super("household %s must be known before it is assessed".formatted(household));
        }
    }

    /** Only assessments of one household are compared. */
    public static final class OtherHousehold extends AssessmentRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        OtherHousehold() {
            super("assessments of two households are not compared");
        }
    }

    /** No scorecard takes answers on the day of the visit. */
    public static final class NoScorecard extends AssessmentRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        private final String version;
        private final LocalDate day;

        NoScorecard(String version, LocalDate day) {
            super("no scorecard %s takes answers on %s".formatted(version, day));
            this.version = version;
            this.day = day;
        }

        /** The version that was asked for; empty when none was. */
        public String version() {
            return version;
        }

        public LocalDate day() {
            return day;
        }
    }

    /** The campaign is of another time than the visit. */
    public static final class VisitOutOfTime extends AssessmentRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        private final LocalDate from;
        private final LocalDate until;

        VisitOutOfTime(LocalDate from, LocalDate until) {
            super("visits must be from %s to %s".formatted(from, until));
            this.from = from;
            this.until = until;
        }

        /** The first day on which visits of the campaign may be. */
        public LocalDate from() {
            return from;
        }

        /** The last one. */
        public LocalDate until() {
            return until;
        }
    }

    /** The answers cannot be scored. */
    public static final class FaultyAnswers extends AssessmentRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient List<AnswerFault> faults;

        FaultyAnswers(List<AnswerFault> faults) {
            super("answers have faults: " + faults);
            this.faults = List.copyOf(faults);
        }

        public List<AnswerFault> faults() {
            return faults;
        }
    }

    /** The visit contradicts itself. */
    public static final class InvalidVisit extends AssessmentRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        private final String code;
        private final String pointer;

        InvalidVisit(String code, String pointer) {
            super("%s at %s".formatted(code, pointer));
            this.code = code;
            this.pointer = pointer;
        }

        /** The stable code of the fault, kebab-case. */
        public String code() {
            return code;
        }

        public String pointer() {
            return pointer;
        }
    }

    /** The county has decided about the village: its scores stay what they are. */
    public static final class ListDecided extends AssessmentRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        ListDecided() {
            super("the county has decided about the village");
        }
    }

    /** An appraisal has changed the score: what is found later is for the second visit, or for another appraisal. */
    public static final class ScoreAppraised extends AssessmentRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        ScoreAppraised() {
            super("an appraisal has changed the score");
        }
    }

    /** A change of a score that an appraisal cannot make. */
    public static final class InvalidChange extends AssessmentRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        private final String code;
        private final String pointer;
        private final transient List<?> args;

        InvalidChange(String code, String pointer) {
            this(code, pointer, List.of());
        }

        InvalidChange(String code, String pointer, List<?> args) {
            super("%s at %s".formatted(code, pointer));
            this.code = code;
            this.pointer = pointer;
            this.args = List.copyOf(args);
        }

        /** The stable code of the fault, kebab-case. */
        public String code() {
            return code;
        }

        public String pointer() {
            return pointer;
        }

        /** What its sentence speaks of. */
        public List<?> args() {
            return args;
        }
    }

    /** Somebody took part in both visits of a household. */
    public static final class SameAssessors extends AssessmentRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        SameAssessors(UUID household) {
            super("the two visits of household %s must be made by different people".formatted(household));
        }
    }

    /** The visit of this round is recorded under another id. */
    public static final class VisitRecorded extends AssessmentRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        VisitRecorded(UUID household, Round round) {
            super("the %s of household %s is recorded already".formatted(round, household));
        }
    }

    /** The id belongs to an assessment of another household, campaign or round. */
    public static final class IdTaken extends AssessmentRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        IdTaken(UUID id) {
            super("the id %s is taken by another assessment".formatted(id));
        }
    }
}
