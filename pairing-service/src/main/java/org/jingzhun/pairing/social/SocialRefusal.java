package org.jingzhun.pairing.social;

import java.time.LocalDate;
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

    /** A campaign of the poverty-relief day that leaves 17 October out. */
    public static final class WithoutPovertyDay extends SocialRefusal {
        private static final long serialVersionUID = 1L;

        WithoutPovertyDay() {
            super("The days must have 17 October among them");
        }
    }

    /** A campaign of a place that is not the caller's takes no step of the caller. */
    public static final class OfAnotherPlace extends SocialRefusal {
        private static final long serialVersionUID = 1L;
        private final long division;

        OfAnotherPlace(long division) {
            super("Steps are taken by an officer of " + division);
            this.division = division;
        }

        public long division() {
            return division;
        }
    }

    /** Closed before its last day is over, without a reason. */
    public static final class ClosedEarly extends SocialRefusal {
        private static final long serialVersionUID = 1L;
        private final LocalDate lastOn;

        ClosedEarly(LocalDate lastOn) {
            super("The campaign lasts until " + lastOn + "; a reason must be given");
            this.lastOn = lastOn;
        }

        public LocalDate lastOn() {
            return lastOn;
        }
    }

    /** Closed while something is matched and not confirmed, without a reason. */
    public static final class Unconfirmed extends SocialRefusal {
        private static final long serialVersionUID = 1L;

        Unconfirmed() {
            super("A reason must be given while matches are not confirmed");
        }
    }

    /** There is no campaign of this id in the caller's area or above it. */
    public static final class UnknownCampaign extends SocialRefusal {
        private static final long serialVersionUID = 1L;
        private final UUID id;

        UnknownCampaign(UUID id) {
            super(id + " must be a campaign");
            this.id = id;
        }

        public UUID id() {
            return id;
        }
    }

    /** Nothing joins a campaign that is not open. */
    public static final class CampaignNotOpen extends SocialRefusal {
        private static final long serialVersionUID = 1L;
        private final CampaignState state;

        CampaignNotOpen(CampaignState state) {
            super("The campaign (" + state + ") must be OPEN");
            this.state = state;
        }

        public CampaignState state() {
            return state;
        }
    }

    /** Nothing joins a campaign that is over. */
    public static final class CampaignOver extends SocialRefusal {
        private static final long serialVersionUID = 1L;
        private final LocalDate lastOn;

        CampaignOver(LocalDate lastOn) {
            super("The campaign was over on " + lastOn);
            this.lastOn = lastOn;
        }

        public LocalDate lastOn() {
            return lastOn;
        }
    }

    /** A place that the campaign does not reach. */
    public static final class OutsideCampaign extends SocialRefusal {
        private static final long serialVersionUID = 1L;
        private final long division;

        OutsideCampaign(long division) {
            super("The place must lie in " + division);
            this.division = division;
        }

        public long division() {
            return division;
        }
    }

    /** A campaign by its id and by a name. */
    public static final class CampaignNamedTwice extends SocialRefusal {
        private static final long serialVersionUID = 1L;

        CampaignNamedTwice() {
            super("A campaign must be named by its id alone");
        }
    }
}
