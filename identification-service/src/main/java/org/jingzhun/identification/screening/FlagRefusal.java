package org.jingzhun.identification.screening;

import java.util.List;
import java.util.UUID;

/** Why a flag is not raised or not resolved. */
public sealed interface FlagRefusal {

    /** A flag that needs no resolution, or has one: what was found stands, a later finding is a new record. */
    record NotOpen(UUID flag, FlagState state) implements FlagRefusal {}

    /** Who raised a flag does not say what its second check found. */
    record SamePerson(UUID flag) implements FlagRefusal {}

    /** What does not fit the resolution. */
    enum Unfitting {
        /** A confirmed flag has neither ground nor exception. */
        GROUND_OF_CONFIRMATION,
        /** What somebody saw is no match. */
        FALSE_MATCH_OF_SIGHTING,
        /** An exception goes with the ground EXCEPTION, and that with an exception. */
        EXCEPTION_WITHOUT_GROUND,
        /** The list does not have it, or not for this veto, or only the matching sees it. */
        UNKNOWN_EXCEPTION
    }

    /** @param exceptions that may be stated of the flag's veto */
    record GroundUnfitting(Unfitting what, List<String> exceptions) implements FlagRefusal {

        public GroundUnfitting {
            exceptions = List.copyOf(exceptions);
        }
    }

    /** There is no such campaign in the caller's area. */
    record UnknownCampaign(UUID campaign) implements FlagRefusal {}

    /** There is no such household in the caller's part of the campaign's county. */
    record UnknownHousehold(UUID household) implements FlagRefusal {}

    /** @param codes those of the campaign's list of vetoes */
    record UnknownVeto(String veto, List<String> codes) implements FlagRefusal {

        public UnknownVeto {
            codes = List.copyOf(codes);
        }
    }

    /** The list of the household's village is announced: nothing is checked before it any more. */
    record AlreadyAnnounced(UUID household) implements FlagRefusal {}

    /** The same fact was raised before. */
    record RaisedBefore(UUID household) implements FlagRefusal {}

    /** There is no such county in the caller's area. */
    record UnknownCounty(String county) implements FlagRefusal {}

    /** There is no such list of vetoes. */
    record UnknownVetoList(String version) implements FlagRefusal {}

    /**
     * The departments' data are too old or cover too little for the policy in force.
     *
     * @param shortcomings in the form {@code VEHICLE MISSING}
     */
    record DataRefused(List<String> shortcomings, String policy) implements FlagRefusal {

        public DataRefused {
            shortcomings = List.copyOf(shortcomings);
        }
    }

    default FlagRefused asException() {
        return new FlagRefused(this);
    }
}
