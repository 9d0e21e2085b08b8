package org.jingzhun.pairing.published;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link to a place as it stands (挂钩联系). Of the party exactly one id is there. Contacts of single persons are not told.
 *
 * @param kind code of the list {@code link-kind}
 * @param division what is helped, 12 digits
 * @param city another province's that helps, 12 digits
 * @param since first day
 * @param expiresOn last day of the term; null of a kind without terms
 * @param until last day; null while it stands
 * @param state STANDING, HANDED_OVER or ENDED
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LinkChanged(
        @JsonIgnore Type type,
        UUID linkId,
        String kind,
        String division,
        @Nullable UUID unitId,
        @Nullable UUID helperId,
        @Nullable UUID enterpriseId,
        @Nullable String city,
        LocalDate since,
        @Nullable LocalDate expiresOn,
        @Nullable LocalDate until,
        String state,
        long revision)
        implements Announcement {

    @Override
    public UUID key() {
        return linkId;
    }
}
