package org.jingzhun.identification.change.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.change.Changing;
import org.jingzhun.identification.change.Content;
import org.jingzhun.identification.change.Kind;
import org.jingzhun.identification.household.HouseholdFacts;
import org.jingzhun.identification.household.Relation;
import org.jingzhun.identification.household.web.HouseholdBody;
import org.jspecify.annotations.Nullable;

/** What happened to a household as clients send it. */
@Schema(name = "HouseholdChangeBody")
public record ChangeBody(
        @NotNull Kind kind,

        @Schema(description = "When it happened; of a birth the birth date.") @NotNull
        LocalDate on,

        @NotBlank @Size(max = 1000) String reason,

        @Schema(description = "References of photos and documents.") @NotNull @Size(max = 20)
        List<@NotBlank @Size(max = 200) String> evidence,

        @Schema(description = "Who comes; of a CORRECTION members as they should have been, with their ids.")
        @Size(max = 100)
        @Nullable
        List<HouseholdBody.@NotNull @Valid MemberBody> members,

        @Schema(description = "Ids of members who go.") @Size(max = 100) @Nullable
        List<@NotNull UUID> leaving,

        @Schema(description = "What members are to the head from then on: when the head goes, of a SPLIT, of a MERGE.")
        @Size(max = 100)
        @Nullable
        List<@NotNull @Valid RelationBody> relations,

        @Schema(description = "Of a SPLIT the id of the new household, of a MERGE the household that comes.") @Nullable
        UUID otherHousehold,

        @Schema(description = "Of the household that a SPLIT makes, or corrected; so are hamlet and address.")
        @Size(min = 1, max = HouseholdFacts.LONGEST_NAME)
        @Nullable
        String householder,

        @Size(max = HouseholdFacts.LONGEST_NAME) @Nullable String hamlet,

        @Size(max = HouseholdFacts.LONGEST_ADDRESS) @Nullable
        String address) {

    /** What a member is to the head from then on. */
    @Schema(name = "NewRelation")
    public record RelationBody(
            @NotNull UUID memberId, @NotNull Relation relation) {}

    Changing.Request request() {
        return new Changing.Request(
                kind,
                on,
                reason,
                evidence,
                new Content(
                        members == null ? List.of() : HouseholdBody.facts(members),
                        leaving == null ? List.of() : leaving,
                        relations == null
                                ? List.of()
                                : relations.stream()
                                        .map(each -> new Content.NewRelation(each.memberId(), each.relation()))
                                        .toList(),
                        otherHousehold,
                        householder,
                        hamlet,
                        address));
    }
}
