package org.jingzhun.identification.special.derivation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jingzhun.identification.household.Relation;
import org.jingzhun.identification.special.facts.LeftBehind;
import org.jingzhun.identification.special.facts.LeftBehind.Absence;
import org.jingzhun.identification.special.facts.LeftBehind.Kind;
import org.jingzhun.identification.special.facts.Parameter;
import org.jingzhun.identification.special.facts.Parameters;

/**
 * Who of a household is left behind (三留守), told from who works away: a child whose parents are all away, or whose one
 * parent is and whose other cannot care; a woman whose husband is away; an old person whose children are all away. Only
 * who is recorded in the household counts: of whom no parent, husband or child is, nothing is derived.
 */
public final class Leaving {

    /** The parents of whoever stands in a relation to the head. Of several couples each may be the parents. */
    private static final Map<Relation, Set<Relation>> PARENTS = new EnumMap<>(Map.ofEntries(
            Map.entry(Relation.SON, EnumSet.of(Relation.HEAD, Relation.SPOUSE)),
            Map.entry(Relation.DAUGHTER, EnumSet.of(Relation.HEAD, Relation.SPOUSE)),
            Map.entry(Relation.GRANDSON, EnumSet.of(Relation.SON, Relation.DAUGHTER_IN_LAW)),
            Map.entry(Relation.GRANDDAUGHTER, EnumSet.of(Relation.SON, Relation.DAUGHTER_IN_LAW)),
            Map.entry(Relation.MATERNAL_GRANDSON, EnumSet.of(Relation.DAUGHTER, Relation.SON_IN_LAW)),
            Map.entry(Relation.MATERNAL_GRANDDAUGHTER, EnumSet.of(Relation.DAUGHTER, Relation.SON_IN_LAW)),
            Map.entry(Relation.HEAD, EnumSet.of(Relation.FATHER, Relation.MOTHER))));

    private static final Map<Relation, Relation> HUSBANDS = new EnumMap<>(Map.of(
            Relation.HEAD, Relation.SPOUSE,
            Relation.SPOUSE, Relation.HEAD,
            Relation.DAUGHTER_IN_LAW, Relation.SON,
            Relation.DAUGHTER, Relation.SON_IN_LAW));

    /** The children: whose parents they would be as children. */
    private static final Map<Relation, Set<Relation>> CHILDREN = new EnumMap<>(Map.ofEntries(
            Map.entry(Relation.HEAD, EnumSet.of(Relation.SON, Relation.DAUGHTER)),
            Map.entry(Relation.SPOUSE, EnumSet.of(Relation.SON, Relation.DAUGHTER)),
            Map.entry(Relation.FATHER, EnumSet.of(Relation.HEAD)),
            Map.entry(Relation.MOTHER, EnumSet.of(Relation.HEAD)),
            Map.entry(Relation.HUSBANDS_FATHER, EnumSet.of(Relation.SPOUSE)),
            Map.entry(Relation.HUSBANDS_MOTHER, EnumSet.of(Relation.SPOUSE)),
            Map.entry(Relation.WIFES_FATHER, EnumSet.of(Relation.SPOUSE)),
            Map.entry(Relation.WIFES_MOTHER, EnumSet.of(Relation.SPOUSE)),
            Map.entry(Relation.GRANDFATHER, EnumSet.of(Relation.FATHER)),
            Map.entry(Relation.GRANDMOTHER, EnumSet.of(Relation.FATHER))));

    private final List<Relative> household;
    private final Parameters rule;
    private final LocalDate day;

    private Leaving(List<Relative> household, Parameters rule, LocalDate day) {
        this.household = household;
        this.rule = rule;
        this.day = day;
    }

    /** Somebody left behind, with who is away. */
    public record Left(UUID memberId, LeftBehind facts) {}

    /**
     * @param rule of LEFT_BEHIND
     * @param day on which ages are taken
     */
    public static List<Left> behind(List<Relative> household, Parameters rule, LocalDate day) {
        Leaving leaving = new Leaving(household, rule, day);
        List<Left> left = new ArrayList<>();
        for (Relative member : household) {
            if (!leaving.isAway(member)) {
                leaving.child(member)
                        .or(() -> leaving.elderly(member))
                        .or(() -> leaving.woman(member))
                        .ifPresent(left::add);
            }
        }
        return left;
    }

    private Optional<Left> child(Relative member) {
        if (age(member) >= rule.get(Parameter.CHILD_BELOW_AGE)) {
            return Optional.empty();
        }
        List<Relative> parents = those(PARENTS.getOrDefault(member.relation(), Set.of()), member);
        List<Relative> away = parents.stream().filter(this::isAway).toList();
        boolean nobodyCares = parents.stream().allMatch(parent -> isAway(parent) || !parent.ableToCare());
        return away.isEmpty() || !nobodyCares ? Optional.empty() : Optional.of(left(member, Kind.CHILD, away));
    }

    private Optional<Left> elderly(Relative member) {
        if (age(member) < rule.get(Parameter.ELDERLY_FROM_AGE)) {
            return Optional.empty();
        }
        return allAway(member, Kind.ELDERLY, those(CHILDREN.getOrDefault(member.relation(), Set.of()), member));
    }

    private Optional<Left> woman(Relative member) {
        boolean ofAge =
                age(member) >= rule.get(Parameter.WOMAN_FROM_AGE) && age(member) < rule.get(Parameter.WOMAN_BELOW_AGE);
        Relation husband = HUSBANDS.get(member.relation());
        return !member.isWoman() || !ofAge || husband == null
                ? Optional.empty()
                : allAway(member, Kind.WOMAN, those(Set.of(husband), member));
    }

    private Optional<Left> allAway(Relative member, Kind kind, List<Relative> others) {
        return others.isEmpty() || !others.stream().allMatch(this::isAway)
                ? Optional.empty()
                : Optional.of(left(member, kind, others));
    }

    private List<Relative> those(Set<Relation> relations, Relative but) {
        return household.stream()
                .filter(each ->
                        relations.contains(each.relation()) && !each.id().equals(but.id()))
                .toList();
    }

    private boolean isAway(Relative member) {
        return member.monthsAway() >= rule.get(Parameter.MONTHS_AWAY);
    }

    private int age(Relative member) {
        return member.bearer().ageOn(day);
    }

    private Left left(Relative member, Kind kind, List<Relative> away) {
        return new Left(
                member.id(),
                new LeftBehind(
                        kind,
                        rule.version(),
                        away.stream()
                                .map(each -> new Absence(each.id(), each.monthsAway()))
                                .toList()));
    }
}
