package org.jingzhun.pairing.published;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the red or the black list as it stands (红黑榜).
 *
 * @param colour RED or BLACK
 * @param subjectKind DIVISION, UNIT or HELPER
 * @param subjectId the unit or helper; null when the division itself is meant
 * @param division who is meant, or where it lies, 12 digits
 * @param grave whether it fails evaluations
 * @param state PUBLISHED, LIFTED or EXPIRED
 * @param expiresOn last day on which it counts
 * @param endedOn null while it is on the list
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListEntryChanged(
        @JsonIgnore Type type,
        UUID entryId,
        String colour,
        String subjectKind,
        @Nullable UUID subjectId,
        String division,
        boolean grave,
        String state,
        @Nullable LocalDate publishedOn,
        @Nullable LocalDate expiresOn,
        @Nullable LocalDate endedOn,
        long revision)
        implements Announcement {

    @Override
    public UUID key() {
        return entryId;
    }
}
