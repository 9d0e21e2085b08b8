package org.jingzhun.funding.fund;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member of a mutual-aid fund (互助资金社员).
 *
 * @param group members of a group vouch for each other (联保小组)
 */
public record FundMember(
        UUID householdId,
        long village,
        int group,
        LocalDate joinedOn,
        @Nullable LocalDate leftOn) {}
