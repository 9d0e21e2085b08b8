package org.jingzhun.pairing.redblack;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the lists say no to. */
public abstract sealed class EntryRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private EntryRefusal(String message) {
        super(message, null, false, false);
    }

    /** There is none of this id in the caller's area. */
    public static final class Unknown extends EntryRefusal {
        private static final long serialVersionUID = 1L;

        Unknown(UUID id) {
            super("Entry " + id + " is not known");
        }
    }

    /** Nobody like this is known where the entry should be. */
    public static final class UnknownSubject extends EntryRefusal {
        private static final long serialVersionUID = 1L;
        private final Entry.SubjectKind kind;

        UnknownSubject(Entry.SubjectKind kind, @Nullable UUID id) {
            super(kind + " " + id + " is not known");
            this.kind = kind;
        }

        public Entry.SubjectKind kind() {
            return kind;
        }
    }

    /** Praise has no such step, and is never grave. */
    public static final class BlackAlone extends EntryRefusal {
        private static final long serialVersionUID = 1L;
        private final String what;

        BlackAlone(String what) {
            super(what + " is for the black list alone");
            this.what = what;
        }

        public String what() {
            return what;
        }
    }

    /** A fault is not published before it was told. */
    public static final class NotTold extends EntryRefusal {
        private static final long serialVersionUID = 1L;

        NotTold() {
            super("Who is meant must be told before");
        }
    }

    /** There is still time for the reply. */
    public static final class TimeToReply extends EntryRefusal {
        private static final long serialVersionUID = 1L;
        private final LocalDate until;

        TimeToReply(LocalDate until) {
            super("There is time to reply until " + until);
            this.until = until;
        }

        public LocalDate until() {
            return until;
        }
    }

    /** A step needs words. */
    public static final class RemarkMissing extends EntryRefusal {
        private static final long serialVersionUID = 1L;
        private final EntryStep step;

        RemarkMissing(EntryStep step) {
            super(step + " needs a remark");
            this.step = step;
        }

        public EntryStep step() {
            return step;
        }
    }
}
