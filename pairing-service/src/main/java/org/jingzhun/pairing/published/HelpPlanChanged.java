package org.jingzhun.pairing.published;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A help plan as it stands (一户一方、一屯一计、一村一策).
 *
 * @param kind HOUSEHOLD, HAMLET or VILLAGE
 * @param villageCode 12 digits
 * @param householdId of a household's plan
 * @param catalogue version by which the measures are named
 * @param state APPROVED or CLOSED
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HelpPlanChanged(
        @JsonIgnore Type type,
        UUID planId,
        String kind,
        String villageCode,
        @Nullable UUID householdId,
        int firstYear,
        int finalYear,
        String catalogue,
        String state,
        List<Measure> measures,
        long revision)
        implements Announcement {

    /**
     * A measure.
     *
     * @param pathway code of the catalogue of its version (七个一批)
     * @param action code of the catalogue (十大行动); null when none
     * @param amount what it costs, yuan with two decimals
     * @param target income a year that it is to bring, yuan with two decimals
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Measure(
            UUID measureId, String pathway, @Nullable String action, String amount, String target, LocalDate dueOn) {}

    public HelpPlanChanged {
        measures = List.copyOf(measures);
    }

    @Override
    public UUID key() {
        return planId;
    }
}
