package org.jingzhun.pairing.published;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;

/**
 * A letter of responsibility as it stands (责任书).
 *
 * @param upper who demands, 12 digits
 * @param lower who promises, 12 digits
 * @param targets ids of the targets that are promised
 * @param state IN_FORCE or WITHDRAWN
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LetterChanged(
        @JsonIgnore Type type,
        UUID letterId,
        int year,
        String upper,
        String lower,
        List<UUID> targets,
        String state,
        long revision)
        implements Announcement {

    public LetterChanged {
        targets = List.copyOf(targets);
    }

    @Override
    public UUID key() {
        return letterId;
    }
}
