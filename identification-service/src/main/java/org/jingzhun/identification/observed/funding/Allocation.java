package org.jingzhun.identification.observed.funding;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Money that a village was given (资金分配).
 *
 * @param amount yuan with two decimals
 */
@Schema(name = "AllocationOfVillage")
public record Allocation(
        UUID planId,
        String sourceName,
        String sourceLevel,
        int year,
        String amount,
        LocalDate approvedOn,
        String documentNumber) {}
