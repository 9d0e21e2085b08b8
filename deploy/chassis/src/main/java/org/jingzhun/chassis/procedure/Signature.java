package org.jingzhun.chassis.procedure;

import java.time.Instant;

/**
 * A step that was taken, signed (签字).
 *
 * @param takenBy subject of the token
 * @param name of the person, as shown
 * @param role by which it was allowed
 */
public record Signature(String step, String takenBy, String name, String role, String remark, Instant takenAt)
        implements TakenStep {}
