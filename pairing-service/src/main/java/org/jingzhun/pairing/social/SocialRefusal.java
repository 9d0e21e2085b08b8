package org.jingzhun.pairing.social;

import java.util.UUID;

/** What social help says no to. */
public abstract sealed class SocialRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private SocialRefusal(String message) {
        super(message, null, false, false);
    }

    /** There is none of this id in the caller's area. */
    public static final class Unknown extends SocialRefusal {
        private static final long serialVersionUID = 1L;

        Unknown(UUID id) {
            super(id + " is not known");
        }
    }

    /** Outside of the caller's area, or no such household there. */
    public static final class UnknownPlace extends SocialRefusal {
        private static final long serialVersionUID = 1L;

        UnknownPlace() {
            super("The place must be known and lie in the caller's area");
        }
    }

    /** Days that are over, or end before they begin. */
    public static final class BadDays extends SocialRefusal {
        private static final long serialVersionUID = 1L;

        BadDays() {
            super("The last day must not be over, nor before the first");
        }
    }

    /** The id stands with other content. */
    public static final class IdTaken extends SocialRefusal {
        private static final long serialVersionUID = 1L;
        private final UUID id;

        IdTaken(UUID id) {
            super(id + " stands with other content");
            this.id = id;
        }

        public UUID id() {
            return id;
        }
    }

    /** Something of it is matched. */
    public static final class AlreadyMatched extends SocialRefusal {
        private static final long serialVersionUID = 1L;

        AlreadyMatched() {
            super("Something of it is matched");
        }
    }
}
