package org.jingzhun.funding.alert;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact that should not be (预警).
 *
 * @param facts figures as name=value
 * @param ids what they are about
 * @param ownerRole office that has to act
 * @param owner subject of the person it was given to
 * @param changedOn when the figures were last other than before
 */
public record Alert(
        UUID id,
        AlertKind kind,
        long county,
        long division,
        String ruleVersion,
        List<String> facts,
        List<UUID> ids,
        AlertState state,
        String ownerRole,
        @Nullable String owner,
        LocalDate raisedOn,
        LocalDate changedOn,
        LocalDate deadline,
        @Nullable LocalDate endedOn,
        long revision) {

    public Alert {
        facts = List.copyOf(facts);
        ids = List.copyOf(ids);
    }
}
