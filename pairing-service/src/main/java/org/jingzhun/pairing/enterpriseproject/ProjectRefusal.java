package org.jingzhun.pairing.enterpriseproject;

import java.util.List;
import java.util.UUID;

/** What projects of enterprises say no to. */
public abstract sealed class ProjectRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private ProjectRefusal(String message) {
        super(message, null, false, false);
    }

    /** There is none of this id in the caller's area. */
    public static final class Unknown extends ProjectRefusal {
        private static final long serialVersionUID = 1L;

        Unknown(UUID id) {
            super(id + " is not known");
        }
    }

    /** No standing link of the enterprise to the village in the caller's area. */
    public static final class NotLinked extends ProjectRefusal {
        private static final long serialVersionUID = 1L;

        NotLinked() {
            super("A link of the enterprise to the village must stand in the caller's area");
        }
    }

    /** It ends before it begins. */
    public static final class BadDays extends ProjectRefusal {
        private static final long serialVersionUID = 1L;

        BadDays() {
            super("The last day must not be before the first");
        }
    }

    /** Neither investment nor jobs nor households are planned. */
    public static final class WithoutTarget extends ProjectRefusal {
        private static final long serialVersionUID = 1L;

        WithoutTarget() {
            super("Something must be planned");
        }
    }

    /** The id stands with other content. */
    public static final class IdTaken extends ProjectRefusal {
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

    /** Reports are of projects under way. */
    public static final class NotUnderWay extends ProjectRefusal {
        private static final long serialVersionUID = 1L;
        private final ProjectState state;

        NotUnderWay(ProjectState state) {
            super("The project (" + state + ") must be UNDER_WAY");
            this.state = state;
        }

        public ProjectState state() {
            return state;
        }
    }

    /** A year that has not begun, or in which the project does not last. */
    public static final class OutsideProject extends ProjectRefusal {
        private static final long serialVersionUID = 1L;
        private final int first;
        private final int last;

        OutsideProject(int first, int last) {
            super("The year must be one of " + first + " to " + last);
            this.first = first;
            this.last = last;
        }

        public int first() {
            return first;
        }

        public int last() {
            return last;
        }
    }

    /** The year has a report that was not returned. */
    public static final class YearReported extends ProjectRefusal {
        private static final long serialVersionUID = 1L;
        private final UUID id;

        YearReported(UUID id) {
            super("The year must have no other report than " + id);
            this.id = id;
        }

        public UUID id() {
            return id;
        }
    }

    /** Households that are not in the register of the village, or were removed from it. */
    public static final class NotRegistered extends ProjectRefusal {
        private static final long serialVersionUID = 1L;
        private final List<UUID> households;

        NotRegistered(List<UUID> households) {
            super("Households " + households + " must be in the register of the village");
            this.households = List.copyOf(households);
        }

        public List<UUID> households() {
            return households;
        }
    }

    /** A report waits for its confirmation. */
    public static final class ProgressWaiting extends ProjectRefusal {
        private static final long serialVersionUID = 1L;
        private final UUID id;

        ProgressWaiting(UUID id) {
            super(id + " must be accepted or returned");
            this.id = id;
        }

        public UUID id() {
            return id;
        }
    }

    /** Closed early or with less than was planned, without a reason. */
    public static final class ClosedShort extends ProjectRefusal {
        private static final long serialVersionUID = 1L;

        ClosedShort() {
            super("A reason must be given");
        }
    }

    /** A report is returned with a reason. */
    public static final class RemarkMissing extends ProjectRefusal {
        private static final long serialVersionUID = 1L;
        private final ProgressStep step;

        RemarkMissing(ProgressStep step) {
            super("Step " + step + " must say why");
            this.step = step;
        }

        public ProgressStep step() {
            return step;
        }
    }
}
