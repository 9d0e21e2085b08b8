package org.jingzhun.funding.published;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A household received a benefit, or gave it back (补助到账).
 *
 * @param villageCode 12 digits
 * @param benefit a code of the rules of benefits, for example RAIN_AND_DEW
 * @param year of the budget that paid it
 * @param amount yuan with two decimals, {@code "1234.50"}
 * @param state PAID; RETURNED when the household does not have it any more
 * @param paidOn day on which the bank says that it arrived
 * @param sourceName of the source of the money
 * @param revision grows with each change of the payment
 */
public record BenefitPaid(
        UUID paymentId,
        UUID householdId,
        String villageCode,
        String benefit,
        int year,
        String amount,
        String state,
        LocalDate paidOn,
        String sourceName,
        long revision)
        implements FundingEvent {

    @Override
    @JsonIgnore
    public String type() {
        return "org.jingzhun.funding.benefit-paid";
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
