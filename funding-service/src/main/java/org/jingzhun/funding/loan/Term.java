package org.jingzhun.funding.loan;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/**
 * When a loan runs.
 *
 * @param graceTo until when no principal falls due
 * @param subsidisedTo the day before which its interest is subsidised
 */
@Embeddable
public record Term(
        @Column(name = "disbursed_on") LocalDate disbursedOn,
        @Column(name = "matures_on") LocalDate maturesOn,
        @Column(name = "grace_to") LocalDate graceTo,
        @Column(name = "subsidised_to") LocalDate subsidisedTo) {}
