package org.jingzhun.identification.household;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jingzhun.identification.datafile.DataFile;
import org.jspecify.annotations.Nullable;

/**
 * What cannot be true of a household together (相互矛盾): {@code contradictions/members.csv}, whose ages are lower limits
 * below which a value is a slip; what is only unusual passes.
 *
 * @param youngest the least age in years that goes with a value of a field
 * @param generations how a member's age must differ from the head's
 */
record ContradictionRules(Map<Enum<?>, Youngest> youngest, Map<Relation, Generation> generations) {

    private static final Map<String, Class<? extends Enum<?>>> FIELDS = Map.of(
            "schooling", Schooling.class,
            "education", Education.class,
            "labour", Labour.class,
            "work", Work.class,
            "relation", Relation.class);

    static final ContradictionRules SHIPPED = read(DataFile.rows("contradictions/members.csv"));

    ContradictionRules {
        youngest = Map.copyOf(youngest);
        generations = Map.copyOf(generations);
    }

    /** @param pointer JSON pointer of the field within the member */
    record Youngest(String pointer, int years) {}

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

    static ContradictionRules read(List<NamedCsvRecord> rows) {
        Map<Enum<?>, Youngest> youngest = new HashMap<>();
        Map<Relation, Generation> generations = new EnumMap<>(Relation.class);
        for (NamedCsvRecord row : rows) {
            Enum<?> value = value(row.getField("field"), row.getField("value"));
            int years = Integer.parseInt(row.getField("years"));
            switch (row.getField("rule")) {
                case "AGE_AT_LEAST" -> youngest.put(value, new Youngest("/" + row.getField("field"), years));
                case "OLDER_THAN_HEAD" -> generations.put((Relation) value, new Generation(true, years));
                case "YOUNGER_THAN_HEAD" -> generations.put((Relation) value, new Generation(false, years));
                default -> throw new IllegalArgumentException("rule (" + row.getField("rule") + ") must be known");
            }
        }
        return new ContradictionRules(youngest, generations);
    }

    private static Enum<?> value(String field, String name) {
        for (Enum<?> value : Objects.requireNonNull(FIELDS.get(field), field).getEnumConstants()) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        throw new IllegalArgumentException("value (" + name + ") must be one of " + field);
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
        for (Enum<?> value : values) {
            Youngest rule = youngest.get(value);
            if (rule != null && born.isAfter(asOf.minusYears(rule.years()))) {
                verdict.contradicts(rule.pointer(), "too-young");
            }
        }
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

    /** The generations as rows {@code (relation, is_elder, years)} of SQL. */
    String generationRows() {
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
