package org.jingzhun.identification.change;

import java.util.List;
import java.util.UUID;
import org.jingzhun.identification.household.MemberFacts;
import org.jingzhun.identification.household.Relation;
import org.jspecify.annotations.Nullable;

/**
 * What is to change.
 *
 * @param members who comes; of a correction who is recorded anew
 * @param leaving ids of members
 * @param relations what members are to the head from then on, where that changes
 * @param otherHousehold of a split the new household, of a merger the one that comes
 * @param householder of the new household, or corrected
 */
public record Content(
        List<MemberFacts> members,
        List<UUID> leaving,
        List<NewRelation> relations,
        @Nullable UUID otherHousehold,
        @Nullable String householder,
        @Nullable String hamlet,
        @Nullable String address) {

    /** What a member is to the head from then on. */
    public record NewRelation(UUID memberId, Relation relation) {}

    public Content {
        members = List.copyOf(members);
        leaving = List.copyOf(leaving);
        relations = List.copyOf(relations);
    }
}
