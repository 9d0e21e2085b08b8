package org.jingzhun.funding.source;

import java.util.List;
import java.util.UUID;

/** What recording sources and budgets says no to. */
public abstract sealed class SourceRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private SourceRefusal(String message) {
        super(message, null, false, false);
    }

    /** There is no such source. */
    public static final class UnknownSource extends SourceRefusal {
        private static final long serialVersionUID = 1L;
        private final UUID id;

        UnknownSource(UUID id) {
            super("Source " + id + " must exist");
            this.id = id;
        }

        public UUID id() {
            return id;
        }
    }

    /** Another source has this name. */
    public static final class NameTaken extends SourceRefusal {
        private static final long serialVersionUID = 1L;
        private final String name;

        NameTaken(String name) {
            super("Source name " + name + " must be its own");
            this.name = name;
        }

        public String name() {
            return name;
        }
    }

    /** A code that its list does not have today. */
    public static final class UnknownCode extends SourceRefusal {
        private static final long serialVersionUID = 1L;
        private final String field;
        private final List<String> known;

        UnknownCode(String field, List<String> known) {
            super("The " + field + " of a source must be one of " + known);
            this.field = field;
            this.known = List.copyOf(known);
        }

        public String field() {
            return field;
        }

        public List<String> known() {
            return known;
        }
    }

    /** The county's budget has this document already. */
    public static final class BudgetRecordedBefore extends SourceRefusal {
        private static final long serialVersionUID = 1L;
        private final String documentNumber;

        BudgetRecordedBefore(String documentNumber) {
            super("Document " + documentNumber + " must be recorded once");
            this.documentNumber = documentNumber;
        }

        public String documentNumber() {
            return documentNumber;
        }
    }

    /** The county lies outside the caller's area. */
    public static final class OutsideArea extends SourceRefusal {
        private static final long serialVersionUID = 1L;

        OutsideArea(long county) {
            super("County " + county + " must be within the caller's area");
        }
    }

    /** It was recorded outside the caller's area, whose people alone describe it anew. */
    public static final class RecordedElsewhere extends SourceRefusal {
        private static final long serialVersionUID = 1L;

        RecordedElsewhere() {
            super("A source must be changed by who has the place where it was recorded");
        }
    }
}
