package org.jingzhun.pairing.published;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * So much of an offer has arrived for so much of a need (社会帮扶对接).
 *
 * @param villageCode where it arrived, 12 digits
 * @param amount yuan, pieces or places
 * @param campaignId of the offer; absent when it is of none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MatchConfirmed(
        @JsonIgnore Type type,
        UUID matchId,
        UUID needId,
        UUID offerId,
        String villageCode,
        int amount,
        LocalDate matchedOn,
        @Nullable UUID campaignId,
        String state,
        long revision)
        implements Announcement {

    @Override
    public UUID key() {
        return matchId;
    }
}
