package org.jingzhun.chassis.procedure;

/** A step that somebody took (已办步骤), however its procedure keeps it. */
public interface TakenStep {

    /** The row of the table, or its name. */
    Object step();

    /** Subject of the token. */
    String takenBy();
}
