package org.jingzhun.funding.loan;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jingzhun.chassis.procedure.TakenStep;

/**
 * A step that was taken, with its signature.
 *
 * @param takenBy subject of the token
 * @param name of the person, as shown
 * @param role by which it was allowed
 */
@Embeddable
public record LoanStepTaken(
        @Enumerated(EnumType.STRING) LoanStep step,
        @Column(name = "taken_by") String takenBy,
        String name,
        String role,
        String remark,
        @Column(name = "taken_at") Instant takenAt)
        implements TakenStep {}
