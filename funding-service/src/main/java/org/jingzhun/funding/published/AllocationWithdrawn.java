package org.jingzhun.funding.published;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The county has taken an approved allocation back (资金分配已撤销): the village has nothing of this plan any more.
 *
 * @param villageCode 12 digits
 * @param sourceLevel a code of the list {@code source-level}
 * @param amount yuan with two decimals, {@code "0.00"}: what is left of it
 * @param approvedOn day of the approval in Asia/Shanghai
 * @param documentNumber of the announcing document, empty while there is none
 * @param revision grows with every booking of the county
 */
public record AllocationWithdrawn(
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
        return "org.jingzhun.funding.allocation-withdrawn";
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
