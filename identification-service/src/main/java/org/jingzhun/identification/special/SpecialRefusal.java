package org.jingzhun.identification.special;

import java.util.List;
import java.util.Set;
import org.jingzhun.identification.division.Level;
import org.jingzhun.identification.special.facts.Fault;

/** Why a special register says no. */
public sealed interface SpecialRefusal {

    /** Nobody, or no household, of the caller's area has the id. */
    record Unknown(String pointer) implements SpecialRefusal {}

    /** The facts contradict themselves or the person. */
    record Contradictory(List<Fault> faults) implements SpecialRefusal {
        public Contradictory {
            faults = List.copyOf(faults);
        }
    }

    /** It is not in the list of classes of diseases, or not yet or no more. */
    record UnknownDisease() implements SpecialRefusal {}

    /** The number on the certificate is not that of the person. */
    record CertificateHolder() implements SpecialRefusal {}

    /** A record of the person or household is open already. */
    record AlreadyOpen(SpecialRegister register) implements SpecialRefusal {}

    /** The id belongs to another record. */
    record IdTaken() implements SpecialRefusal {}

    /** A record stays with its register and its person or household. */
    record AnotherPerson() implements SpecialRefusal {}

    /** The record is followed no further. */
    record Ended(Stage stage) implements SpecialRefusal {}

    /** It has not happened yet. */
    record InTheFuture(String pointer) implements SpecialRefusal {}

    /** It is older than what was taken down last. */
    record BeforeTheLast(String pointer) implements SpecialRefusal {}

    /** The step does not lead on from where the record stands. */
    record StepNotOpen(Step step, Stage stage) implements SpecialRefusal {}

    /** Officers of other levels take the step. */
    record WrongLevel(Step step, Set<Level> takenBy) implements SpecialRefusal {}

    /** Something is missing that the step must come with. */
    record Missing(Step step, Step.Need need) implements SpecialRefusal {}

    /** Whoever entered the record must not take the step. */
    record SamePerson(Step step) implements SpecialRefusal {}

    /** The student is in the last grade. */
    record LastGrade() implements SpecialRefusal {}

    /** A version of a rule never changes. */
    record RuleExists(String version) implements SpecialRefusal {}

    /** A version of a rule has all its parameters, and each once. */
    record RuleIncomplete(String parameters) implements SpecialRefusal {}

    default SpecialException asException() {
        return new SpecialException(this);
    }
}
