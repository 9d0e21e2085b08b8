package org.jingzhun.identification.special.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jingzhun.identification.household.identity.Sex;
import org.jspecify.annotations.Nullable;

/**
 * Somebody left behind (三留守人员).
 *
 * @param rule version by which it was derived; null when an officer says so
 * @param away who works away, as it was derived
 */
public record LeftBehind(Kind kind, @Nullable String rule, List<Absence> away) implements Facts {

    /** Who is left behind. */
    public enum Kind {
        /** 留守儿童. */
        CHILD,
        /** 留守妇女. */
        WOMAN,
        /** 留守老人. */
        ELDERLY
    }

    /** @param months worked away in the year, 0 to 12 */
    public record Absence(UUID memberId, int months) {}

    public LeftBehind {
        away = List.copyOf(away);
    }

    @Override
    public List<Fault> faults(LocalDate since, Rules rules) {
        return List.of();
    }

    @Override
    public List<Fault> faults(Bearer bearer, LocalDate since, Rules rules) {
        int age = bearer.ageOn(since);
        boolean fits =
                switch (kind) {
                    case CHILD -> age < rules.leftBehind().get(Parameter.CHILD_BELOW_AGE);
                    case WOMAN ->
                        bearer.sex() != Sex.MALE && age >= rules.leftBehind().get(Parameter.WOMAN_FROM_AGE);
                    case ELDERLY -> age >= rules.leftBehind().get(Parameter.ELDERLY_FROM_AGE);
                };
        return fits ? List.of() : List.of(Fault.of("/kind", "left-behind-not-fitting", kind));
    }
}
