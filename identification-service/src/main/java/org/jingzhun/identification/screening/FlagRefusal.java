package org.jingzhun.identification.screening;

import java.util.List;
import java.util.UUID;

/** Why a flag is not raised or not resolved. */
public sealed interface FlagRefusal {

    /** A flag that needs no resolution, or has one: what was found stands, a later finding is a new record. */
    record NotOpen(UUID flag, FlagState state) implements FlagRefusal {}

    /** Who raised a flag does not say what its second check found. */
    record SamePerson(UUID flag) implements FlagRefusal {}

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

    default FlagRefused asException() {
        return new FlagRefused(this);
    }
}
