package org.jingzhun.chassis.procedure;

import java.util.List;
import java.util.Set;

/**
 * A step of a procedure, as an enum's row of its table.
 *
 * @param <S> the stages of the procedure
 */
public interface Move<S extends Enum<S>> {

    String name();

    /** Stages in which it may be taken; empty for the step that begins the procedure. */
    Set<S> from();

    S to();

    /** Roles that may take it, one of them. */
    Set<String> takenBy();

    /** Steps whose taker must be another person. */
    List<? extends Move<S>> mustDifferFrom();
}
