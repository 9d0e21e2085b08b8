package org.jingzhun.pairing.observed.identification;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member of a household (家庭成员), as far as identification tells of it: no id number, no day of birth, nothing of health.
 *
 * @param relation to the head, a code of identification's list {@code relation}
 * @param education a code of its list {@code education}
 * @param schooling the class attended now, a code of its list {@code schooling}
 * @param labour a code of its list {@code labour}
 */
public record HouseholdMember(
        UUID memberId,
        String name,
        @Nullable String relation,
        @Nullable Integer birthYear,
        @Nullable String education,
        @Nullable String schooling,
        @Nullable String labour) {

    public HouseholdMember {
        Objects.requireNonNull(memberId, "memberId");
        Objects.requireNonNull(name, "name");
    }
}
