package org.jingzhun.identification.household;

import java.io.Serial;
import java.util.List;
import java.util.UUID;

/** Why a change of a household is refused. The sentences never carry personal data. */
public abstract sealed class HouseholdRefusal extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private HouseholdRefusal(String message) {
        super(message, null, false, false);
    }

    /** The place is no village, or not one of the caller's area. */
    public static final class UnknownVillage extends HouseholdRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        private final long code;

        UnknownVillage(long code) {
            super("division %d must be a village of the caller's area".formatted(code));
            this.code = code;
        }

        public long code() {
            return code;
        }
    }

    /** The members contradict each other or their id numbers. */
    public static final class InvalidMembers extends HouseholdRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        private final String code;
        private final String pointer;

        public InvalidMembers(String code, String pointer) {
            super("%s at %s".formatted(code, pointer));
            this.code = code;
            this.pointer = pointer;
        }

        /** The stable code of the fault, kebab-case. */
        public String code() {
            return code;
        }

        public String pointer() {
            return pointer;
        }
    }

    /** Facts that cannot be true together. */
    public static final class Contradictory extends HouseholdRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        private final String version;
        private final transient List<Contradiction> contradictions;

        Contradictory(String version, List<Contradiction> contradictions) {
            super("contradictory facts by %s: %s".formatted(version, contradictions));
            this.version = version;
            this.contradictions = List.copyOf(contradictions);
        }

        /** Of the table of contradictions that says so. */
        public String version() {
            return version;
        }

        public List<Contradiction> contradictions() {
            return contradictions;
        }
    }

    /** A version of the table of contradictions never changes. */
    public static final class VersionKnown extends HouseholdRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        private final String version;

        VersionKnown(String version) {
            super("version %s of the contradictions must be new".formatted(version));
            this.version = version;
        }

        public String version() {
            return version;
        }
    }

    /** A rule of contradictions is of a value that its field does not have, or stands twice. */
    public static final class UnknownValue extends HouseholdRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        private final String pointer;

        UnknownValue(String pointer) {
            super("the rule at %s must be of a value of its field, once".formatted(pointer));
            this.pointer = pointer;
        }

        public String pointer() {
            return pointer;
        }
    }

    /** One of the members is recorded in another household already. */
    public static final class PersonElsewhere extends HouseholdRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        PersonElsewhere(UUID household) {
            super("a member of household %s is recorded in another household".formatted(household));
        }
    }
}
