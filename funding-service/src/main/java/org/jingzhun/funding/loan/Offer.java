package org.jingzhun.funding.loan;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a bank offers; the product completes the contract.
 *
 * @param ratePpm millionths a year
 */
public record Offer(
        String bank,
        String contractNumber,
        int ratePpm,
        Security security,
        @Nullable UUID poolId) {}
