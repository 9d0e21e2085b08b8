package org.jingzhun.pairing.published;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who helps a household now, or helped it last (结对关系). Topic {@value #TOPIC}, key {@code householdId}. Every type
 * carries the whole state.
 *
 * @param type what happened; the CloudEvents type
 * @param villageCode 12 digits
 * @param since first day
 * @param until last day; null while it stands
 * @param state ACTIVE or CLOSED
 * @param revision grows with each change of the household's helper
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PairingEvent(
        @JsonIgnore Type type,
        UUID pairingId,
        UUID householdId,
        String villageCode,
        UUID helperId,
        String helperName,
        String helperUnit,
        String helperPost,
        LocalDate since,
        @Nullable LocalDate until,
        String state,
        long revision) {

    public static final String TOPIC = "pairing.pairing";

    /** What happened. */
    public enum Type {

        /** A household without a helper got one (结对). */
        HOUSEHOLD_PAIRED("org.jingzhun.pairing.household-paired"),

        /** A household got another helper (调整). */
        HOUSEHOLD_TRANSFERRED("org.jingzhun.pairing.household-transferred"),

        /** A household's helper left it without another (解除). */
        PAIRING_CLOSED("org.jingzhun.pairing.pairing-closed");

        private final String code;

        Type(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
