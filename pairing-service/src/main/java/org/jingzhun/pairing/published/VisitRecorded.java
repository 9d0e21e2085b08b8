package org.jingzhun.pairing.published;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A helper visited a household (走访记录). Topic {@value #TOPIC}, key {@code visitId}: a fact of its own that never changes.
 * What they talked about is not told.
 *
 * @param villageCode 12 digits
 * @param risks codes of the list {@code visit-risk}; may be empty
 * @param incomes what the household told; may be empty
 * @param needs codes of the list {@code visit-need}, all that the household needs as of this visit; may be empty
 * @param corrects the visit in whose place this one stands: its risks, incomes and needs do not count any more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VisitRecorded(
        UUID visitId,
        UUID householdId,
        String villageCode,
        UUID helperId,
        String helperName,
        LocalDate visitedOn,
        List<String> risks,
        List<Income> incomes,
        List<String> needs,
        @Nullable UUID corrects) {

    public static final String TOPIC = "pairing.visit";
    public static final String TYPE = "org.jingzhun.pairing.visit-recorded";

    /**
     * An amount of money.
     *
     * @param item code of the income rules of identification
     * @param amount yuan with two decimals
     */
    public record Income(String item, String amount) {}

    public VisitRecorded {
        risks = List.copyOf(risks);
        incomes = List.copyOf(incomes);
        needs = List.copyOf(needs);
    }
}
