package org.jingzhun.identification.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jingzhun.identification.household.HouseholdFacts;
import org.jingzhun.identification.household.MemberFacts;
import org.jingzhun.identification.household.Relation;
import org.jspecify.annotations.Nullable;

/**
 * What households look like after a change.
 *
 * @param household the one that changes
 * @param other of a split the new one, of a merger the one that came, then without members; else null
 */
record Composition(HouseholdFacts household, @Nullable HouseholdFacts other) {

    /**
     * @param other of a merger the household that comes; else null
     * @throws ChangeException when the content does not fit the household or the kind
     * @throws org.jingzhun.identification.household.HouseholdRefusal.InvalidMembers when no household would come of it
     */
    static Composition of(
            Kind kind, LocalDate on, Content content, HouseholdFacts before, @Nullable HouseholdFacts other) {
        requireFitting(kind, content);
        requirePlausible(kind, on, content, before);
        Map<UUID, Relation> relations = new HashMap<>();
        content.relations().forEach(each -> relations.put(each.memberId(), each.relation()));
        List<MemberFacts> stay = before.members().stream()
                .filter(member -> !content.leaving().contains(member.id()))
                .map(member -> corrected(member, content.members()))
                .map(member -> related(member, relations))
                .collect(Collectors.toCollection(ArrayList::new));
        if (kind != Kind.CORRECTION) {
            stay.addAll(content.members());
        }
        if (kind == Kind.MERGE) {
            Objects.requireNonNull(other).members().forEach(member -> stay.add(related(member, relations)));
        }
        if (stay.isEmpty() && !before.members().isEmpty()) {
            throw new ChangeRefusal.NobodyLeft().asException();
        }
        boolean corrects = kind == Kind.CORRECTION;
        HouseholdFacts after = new HouseholdFacts(
                before.villageCode(),
                corrects && content.hamlet() != null ? content.hamlet() : before.hamlet(),
                corrects && content.address() != null ? content.address() : before.address(),
                corrects && content.householder() != null ? content.householder() : headOf(stay, before),
                before.phone(),
                stay);
        return new Composition(
                after,
                switch (kind) {
                    case SPLIT -> splitOff(content, before, relations);
                    case MERGE -> emptied(Objects.requireNonNull(other));
                    case BIRTH, DEATH, MARRIAGE_IN, MARRIAGE_OUT, MOVED_IN, MOVED_OUT, CORRECTION -> null;
                });
    }

    private static void requireFitting(Kind kind, Content content) {
        if (!kind.takes(content.members().size())) {
            throw new ChangeRefusal.Unfitting(kind, "/members").asException();
        }
        if (!kind.gives(content.leaving().size())) {
            throw new ChangeRefusal.Unfitting(kind, "/leaving").asException();
        }
        if (kind.concernsTwo() != (content.otherHousehold() != null)) {
            throw new ChangeRefusal.Unfitting(kind, "/otherHousehold").asException();
        }
        if (kind == Kind.SPLIT
                && (content.householder() == null || content.hamlet() == null || content.address() == null)) {
            throw new ChangeRefusal.Unfitting(kind, "/householder").asException();
        }
    }

    private static void requirePlausible(Kind kind, LocalDate on, Content content, HouseholdFacts before) {
        Map<UUID, MemberFacts> known = new HashMap<>();
        before.members().forEach(member -> known.put(member.id(), member));
        for (int i = 0; i < content.leaving().size(); i++) {
            MemberFacts member = known.get(content.leaving().get(i));
            if (member == null) {
                throw new ChangeRefusal.NoMember("/leaving/" + i).asException();
            }
            if (kind == Kind.DEATH && on.isBefore(member.birthDate())) {
                throw new ChangeRefusal.DatesContradict(kind).asException();
            }
        }
        for (int i = 0; i < content.members().size(); i++) {
            MemberFacts member = content.members().get(i);
            if (known.containsKey(member.id()) != (kind == Kind.CORRECTION)) {
                ChangeRefusal refusal = kind == Kind.CORRECTION
                        ? new ChangeRefusal.NoMember("/members/" + i + "/id")
                        : new ChangeRefusal.MemberAlready("/members/" + i + "/id");
                throw refusal.asException();
            }
            if (kind == Kind.BIRTH && !member.birthDate().equals(on)) {
                throw new ChangeRefusal.DatesContradict(kind).asException();
            }
        }
    }

    private static MemberFacts corrected(MemberFacts member, List<MemberFacts> corrections) {
        return corrections.stream()
                .filter(each -> each.id().equals(member.id()))
                .findFirst()
                .orElse(member);
    }

    private static MemberFacts related(MemberFacts member, Map<UUID, Relation> relations) {
        Relation relation = relations.get(member.id());
        return relation == null
                ? member
                : new MemberFacts(
                        member.id(),
                        member.name(),
                        member.birthDate(),
                        member.sex(),
                        relation,
                        member.ethnicity(),
                        member.education(),
                        member.schooling(),
                        member.labour(),
                        member.work(),
                        member.monthsWorked(),
                        member.insured(),
                        member.pensioned(),
                        member.secrets());
    }

    /** The householder stays as named as long as the head does. */
    private static String headOf(List<MemberFacts> members, HouseholdFacts before) {
        Set<UUID> heads = before.members().stream()
                .filter(member -> member.relation() == Relation.HEAD)
                .map(MemberFacts::id)
                .collect(Collectors.toSet());
        return members.stream()
                .filter(member -> member.relation() == Relation.HEAD && !heads.contains(member.id()))
                .map(MemberFacts::name)
                .findFirst()
                .orElse(before.householder());
    }

    private static HouseholdFacts splitOff(Content content, HouseholdFacts before, Map<UUID, Relation> relations) {
        return new HouseholdFacts(
                before.villageCode(),
                Objects.requireNonNull(content.hamlet()),
                Objects.requireNonNull(content.address()),
                Objects.requireNonNull(content.householder()),
                null,
                before.members().stream()
                        .filter(member -> content.leaving().contains(member.id()))
                        .map(member -> related(member, relations))
                        .toList());
    }

    private static HouseholdFacts emptied(HouseholdFacts other) {
        return new HouseholdFacts(
                other.villageCode(), other.hamlet(), other.address(), other.householder(), other.phone(), List.of());
    }
}
