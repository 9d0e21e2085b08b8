package org.jingzhun.funding.published;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A household was paid its part of an asset's income (资产收益已发放).
 *
 * @param dividendId of this household's part of the distribution
 * @param villageCode 12 digits
 * @param year whose income it is
 * @param floor yuan with two decimals: the guaranteed part (保底收益)
 * @param dividend the part of the profit (按股分红)
 * @param amount both together
 * @param paidOn day of payment in Asia/Shanghai
 * @param revision grows with every booking of the county
 */
public record DividendPaid(
        UUID dividendId,
        UUID householdId,
        String villageCode,
        UUID assetId,
        int year,
        String floor,
        String dividend,
        String amount,
        LocalDate paidOn,
        long revision)
        implements FundingEvent {

    @Override
    @JsonIgnore
    public String type() {
        return "org.jingzhun.funding.dividend-paid";
    }

    @Override
    @JsonIgnore
    public String topic() {
        return "funding.benefit";
    }

    @Override
    @JsonIgnore
    public String key() {
        return householdId.toString();
    }
}
