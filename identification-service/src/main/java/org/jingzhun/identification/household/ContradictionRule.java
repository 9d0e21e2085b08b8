package org.jingzhun.identification.household;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One line of the table of contradictions: from which age on, or up to which, a value is possible.
 *
 * @param value of the field; ANY for the date of birth
 * @param years 0 to 200
 * @param mark PUBLIC for a published source, UNVERIFIED for recollection, ASSUMPTION, LOCAL for what was loaded
 */
@Schema(name = "ContradictionRule")
public record ContradictionRule(Field field, String value, Limit rule, int years, String mark, String source) {

    /** The one value of a date of birth: whoever it is. */
    static final String ANY = "ANY";

    private static final Map<Field, Class<? extends Enum<?>>> VALUES = Map.of(
            Field.SCHOOLING, Schooling.class,
            Field.EDUCATION, Education.class,
            Field.LABOUR, Labour.class,
            Field.WORK, Work.class,
            Field.RELATION, Relation.class);

    /** What is said of a member. */
    @Schema(name = "ContradictionField")
    public enum Field {
        BIRTH_DATE,
        SCHOOLING,
        EDUCATION,
        LABOUR,
        WORK,
        RELATION;

        /** The JSON pointer of it within the member. */
        String pointer() {
            return this == BIRTH_DATE ? "/birthDate" : "/" + name().toLowerCase(Locale.ROOT);
        }
    }

    /** What must be so. */
    @Schema(name = "ContradictionLimit")
    public enum Limit {
        /** In years. */
        AGE_AT_LEAST,
        /** In years. */
        AGE_AT_MOST,
        /** By so many years or more. */
        OLDER_THAN_HEAD,
        /** By so many years or more. */
        YOUNGER_THAN_HEAD
    }

    /** Whether there is such a value of the field, and the limit can be of it. */
    public boolean hasKnownValue() {
        boolean ofAge = rule == Limit.AGE_AT_LEAST || rule == Limit.AGE_AT_MOST;
        return field == Field.BIRTH_DATE
                ? value.equals(ANY) && ofAge
                : (ofAge || field == Field.RELATION) && findValue().isPresent();
    }

    Optional<Enum<?>> findValue() {
        Class<? extends Enum<?>> values = VALUES.get(field);
        return values == null
                ? Optional.empty()
                : Stream.<Enum<?>>of(values.getEnumConstants())
                        .filter(each -> each.name().equals(value))
                        .findFirst();
    }
}
