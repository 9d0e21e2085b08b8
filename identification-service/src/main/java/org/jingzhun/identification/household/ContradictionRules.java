package org.jingzhun.identification.household;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What cannot be true of a household together (相互矛盾): a version of the table of contradictions, whose ages are limits
 * beyond which a value is a slip; what is only unusual passes.
 *
 * @param youngest the least age in years that goes with a value
 * @param oldest the highest age in years that goes with a value
 * @param oldestOfAll the highest age that anybody has; null when nothing is said of it
 * @param generations how a member's age must differ from the head's
 */
record ContradictionRules(
        String version,
        Map<Enum<?>, Age> youngest,
        Map<Enum<?>, Age> oldest,
        @Nullable Integer oldestOfAll,
        Map<Relation, Generation> generations) {

    ContradictionRules {
        youngest = Map.copyOf(youngest);
        oldest = Map.copyOf(oldest);
        generations = Map.copyOf(generations);
    }

    /** @param pointer JSON pointer of the field within the member */
    record Age(String pointer, int years) {}

    /** @param isElder whether the member is so many years older than the head, or younger */
    record Generation(boolean isElder, int years) {

        boolean fits(LocalDate born, LocalDate headBorn) {
            return isElder ? !born.isAfter(headBorn.minusYears(years)) : !born.isBefore(headBorn.plusYears(years));
        }
    }

    /** Takes what contradicts. */
    @FunctionalInterface
    interface Verdict {

        /**
         * @param pointer JSON pointer of the field within the member
         * @param code stable, kebab-case; its text is {@code <code>.detail}
         */
        void contradicts(String pointer, String code);
    }

    static ContradictionRules of(Contradictions.Version version) {
        Map<Enum<?>, Age> youngest = new HashMap<>();
        Map<Enum<?>, Age> oldest = new HashMap<>();
        Map<Relation, Generation> generations = new EnumMap<>(Relation.class);
        Integer oldestOfAll = null;
        for (ContradictionRule rule : version.rules()) {
            Age age = new Age(rule.field().pointer(), rule.years());
            Enum<?> value = rule.findValue().orElse(null);
            if (value == null) {
                oldestOfAll = rule.rule() == ContradictionRule.Limit.AGE_AT_MOST
                        ? Integer.valueOf(rule.years())
                        : oldestOfAll;
                continue;
            }
            switch (rule.rule()) {
                case AGE_AT_LEAST -> youngest.put(value, age);
                case AGE_AT_MOST -> oldest.put(value, age);
                case OLDER_THAN_HEAD -> generations.put((Relation) value, new Generation(true, rule.years()));
                case YOUNGER_THAN_HEAD -> generations.put((Relation) value, new Generation(false, rule.years()));
            }
        }
        return new ContradictionRules(version.version(), youngest, oldest, oldestOfAll, generations);
    }

    /**
     * What contradicts in one member.
     *
     * @param asOf the day for which this is recorded; the latest that is possible when it is not known
     * @param values schooling, education, labour, work and relation
     */
    void check(LocalDate born, LocalDate asOf, List<Enum<?>> values, Verdict verdict) {
        if (born.isAfter(asOf)) {
            verdict.contradicts("/birthDate", "birth-in-future");
            return;
        }
        if (oldestOfAll != null && isOlder(born, oldestOfAll, asOf)) {
            verdict.contradicts("/birthDate", "too-old");
        }
        for (Enum<?> value : values) {
            Age least = youngest.get(value);
            if (least != null && born.isAfter(asOf.minusYears(least.years()))) {
                verdict.contradicts(least.pointer(), "too-young");
            }
            Age most = oldest.get(value);
            if (most != null && isOlder(born, most.years(), asOf)) {
                verdict.contradicts(most.pointer(), "too-old");
            }
        }
    }

    private static boolean isOlder(LocalDate born, int years, LocalDate asOf) {
        return !born.isAfter(asOf.minusYears(years + 1L));
    }

    /** Work and disability, of whatever age. */
    static void checkTraits(Work work, int monthsWorked, Health health, boolean isCertified, Verdict verdict) {
        if (work == Work.NONE && monthsWorked > 0) {
            verdict.contradicts("/monthsWorked", "months-without-work");
        }
        if (health == Health.DISABLED && !isCertified) {
            verdict.contradicts("/disability", "disability-missing");
        }
    }

    /** Everything that contradicts among the members of a household. */
    List<Contradiction> find(List<MemberFacts> members, LocalDate asOf) {
        List<Contradiction> found = new ArrayList<>();
        LocalDate headBorn = members.stream()
                .filter(member -> member.relation() == Relation.HEAD)
                .findFirst()
                .map(MemberFacts::birthDate)
                .orElse(null);
        boolean married = false;
        for (int i = 0; i < members.size(); i++) {
            String place = "/members/" + i;
            Verdict verdict = (pointer, code) -> found.add(new Contradiction(place + pointer, code));
            MemberFacts member = members.get(i);
            check(member.birthDate(), asOf, values(member), verdict);
            Secrets secrets = member.secrets();
            checkTraits(member.work(), member.monthsWorked(), secrets.health(), secrets.disability() != null, verdict);
            if (member.relation() == Relation.SPOUSE && married) {
                verdict.contradicts("/relation", "two-spouses");
            }
            married |= member.relation() == Relation.SPOUSE;
            checkGeneration(member, headBorn, verdict);
        }
        return found;
    }

    private static List<Enum<?>> values(MemberFacts member) {
        return List.of(member.schooling(), member.education(), member.labour(), member.work(), member.relation());
    }

    private void checkGeneration(MemberFacts member, @Nullable LocalDate headBorn, Verdict verdict) {
        Generation generation = generations.get(member.relation());
        if (generation != null && headBorn != null && !generation.fits(member.birthDate(), headBorn)) {
            verdict.contradicts("/relation", "generations-contradict");
        }
    }

    /** The generations as rows {@code (relation, is_elder, years)} of SQL; one of no relation when there are none. */
    String generationRows() {
        if (generations.isEmpty()) {
            return "('', false, 0)";
        }
        return generations.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> "('%s', %s, %d)"
                        .formatted(
                                each.getKey(),
                                each.getValue().isElder(),
                                each.getValue().years()))
                .collect(Collectors.joining(", "));
    }
}
