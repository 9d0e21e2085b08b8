package org.jingzhun.identification.change.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.change.ChangeRow;
import org.jingzhun.identification.change.Changing;
import org.jingzhun.identification.change.Content;
import org.jingzhun.identification.household.MemberFacts;
import org.jingzhun.identification.household.Relation;
import org.jspecify.annotations.Nullable;

/** A change as its reviewers see it: who comes and goes, without id numbers and health. */
@Schema(name = "HouseholdChange")
public record ChangeView(
        ChangeRow change,
        List<ComingView> members,
        List<UUID> leaving,
        List<ChangeBody.RelationBody> relations,
        @Nullable String householder,
        @Nullable String hamlet,
        @Nullable String address) {

    /** Somebody who comes, or is corrected. */
    @Schema(name = "ComingMember")
    public record ComingView(UUID id, String name, LocalDate birthDate, Relation relation) {

        static ComingView of(MemberFacts member) {
            return new ComingView(member.id(), member.name(), member.birthDate(), member.relation());
        }
    }

    static ChangeView of(Changing.Read read) {
        Content content = read.content();
        return new ChangeView(
                read.change(),
                content.members().stream().map(ComingView::of).toList(),
                content.leaving(),
                content.relations().stream()
                        .map(each -> new ChangeBody.RelationBody(each.memberId(), each.relation()))
                        .toList(),
                content.householder(),
                content.hamlet(),
                content.address());
    }
}
