package org.jingzhun.chassis.http;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What the database refuses though no check of the service did: an invariant that stands in both, a value that no column
 * can hold, two callers at the same moment. Nothing was changed. The service's own checks name a fault better; what ends
 * here is logged, so that they can be added.
 */
final class DatabaseRefusals {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String UNUSABLE_CHARACTER = "22021";
    private static final String VALUE = "22";
    private static final String PRIMARY_KEY = "_pkey";
    /** Check, foreign key, exclusion. */
    private static final Set<String> RULES = Set.of("23514", "23503", "23P01", UNIQUE_VIOLATION);
    /** Serialization failure, deadlock. */
    private static final Set<String> AT_THE_SAME_MOMENT = Set.of("40001", "40P01");

    private DatabaseRefusals() {}

    /** Empty when the failure is a fault of the service. */
    static Optional<Problem> find(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException refused) {
                return problem(refused);
            }
        }
        return Optional.empty();
    }

    static boolean is(Throwable failure, Predicate<PSQLException> condition) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException refused && condition.test(refused)) {
                return true;
            }
        }
        return false;
    }

    static boolean isOutsideArea(PSQLException refused) {
        return INSUFFICIENT_PRIVILEGE.equals(refused.getSQLState())
                && String.valueOf(refused.getMessage()).contains("row-level security");
    }

    static boolean isIdTaken(PSQLException refused) {
        return UNIQUE_VIOLATION.equals(refused.getSQLState())
                && constraint(refused).endsWith(PRIMARY_KEY);
    }

    private static Optional<Problem> problem(PSQLException refused) {
        String state = String.valueOf(refused.getSQLState());
        if (state.equals(UNUSABLE_CHARACTER)) {
            return Optional.of(Problem.of(400, "unusable-character"));
        }
        if (state.startsWith(VALUE)) {
            return Optional.of(Problem.of(422, "not-storable", state));
        }
        if (AT_THE_SAME_MOMENT.contains(state)) {
            return Optional.of(Problem.of(412, "changed-meanwhile"));
        }
        return RULES.contains(state)
                ? Optional.of(Problem.of(409, "conflicts-with-stored-data", constraint(refused)))
                : Optional.empty();
    }

    private static String constraint(PSQLException refused) {
        ServerErrorMessage error = refused.getServerErrorMessage();
        String violated = error == null ? null : error.getConstraint();
        return violated == null ? "" : violated;
    }
}
