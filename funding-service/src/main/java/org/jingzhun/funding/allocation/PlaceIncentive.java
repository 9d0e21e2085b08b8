package org.jingzhun.funding.allocation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * A deduction or reward for one division that the plan itself names (绩效扣减、提前脱贫奖励), in place of what its grade brings.
 *
 * @param division 12 digits
 * @param deduction basis points of the share
 * @param reward basis points of the share
 * @param reason why
 * @param documentNumber of the document that decides it
 */
@Embeddable
public record PlaceIncentive(
        long division,
        int deduction,
        int reward,
        String reason,
        @Column(name = "document_number") String documentNumber) {}
