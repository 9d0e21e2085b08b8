package org.jingzhun.funding.project;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jingzhun.chassis.procedure.TakenStep;
import org.jspecify.annotations.Nullable;

/**
 * A step that was taken, with its signature.
 *
 * @param takenBy subject of the token
 * @param name of the person, as shown
 * @param role by which it was allowed
 * @param document of a notice, a contract or a finding; empty while there is none
 * @param percent only of PROGRESS
 */
@Embeddable
public record StepTaken(
        @Enumerated(EnumType.STRING) Step step,
        @Column(name = "taken_by") String takenBy,
        String name,
        String role,
        String remark,
        String document,
        @Nullable Integer percent,
        @Column(name = "taken_at") Instant takenAt)
        implements TakenStep {}
