package org.jingzhun.pairing.published;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a measure had brought by a day (帮扶成效); a fact of its own that never changes.
 *
 * @param villageCode 12 digits
 * @param householdId of a household's plan
 * @param income a year, yuan with two decimals
 * @param done whether the measure was carried out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HelpEffectRecorded(
        @JsonIgnore Type type,
        UUID effectId,
        UUID planId,
        UUID measureId,
        String villageCode,
        @Nullable UUID householdId,
        LocalDate seenOn,
        String income,
        boolean done)
        implements Announcement {

    @Override
    public UUID key() {
        return effectId;
    }
}
