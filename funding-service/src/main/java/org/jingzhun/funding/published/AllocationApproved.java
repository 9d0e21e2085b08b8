package org.jingzhun.funding.published;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The county has approved money for a village (资金分配已批准).
 *
 * @param villageCode 12 digits
 * @param sourceLevel a code of the list {@code source-level}
 * @param amount yuan with two decimals, {@code "1234.50"}
 * @param approvedOn day of the approval in Asia/Shanghai
 * @param documentNumber of the announcing document, empty while there is none
 * @param revision grows with every booking of the county
 */
public record AllocationApproved(
        UUID planId,
        String villageCode,
        UUID sourceId,
        String sourceName,
        String sourceLevel,
        int year,
        String amount,
        LocalDate approvedOn,
        String documentNumber,
        long revision)
        implements FundingEvent {

    @Override
    @JsonIgnore
    public String type() {
        return "org.jingzhun.funding.allocation-approved";
    }

    @Override
    @JsonIgnore
    public String topic() {
        return "funding.allocation";
    }

    @Override
    @JsonIgnore
    public String key() {
        return villageCode;
    }
}
