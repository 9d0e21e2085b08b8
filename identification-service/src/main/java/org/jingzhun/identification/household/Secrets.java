package org.jingzhun.identification.household;

import java.util.UUID;
import org.jingzhun.chassis.sealing.Sealing;
import org.jingzhun.identification.household.identity.Disability;
import org.jingzhun.identification.household.identity.ResidentId;
import org.jspecify.annotations.Nullable;

/** What of a member is stored encrypted only (敏感个人信息). */
public record Secrets(
        ResidentId idNumber, Health health, @Nullable Disability disability) {

    /** All are sealed at one length, so that the length says nothing about the health. */
    private static final int SEALED_LENGTH = 64;

    byte[] seal(Sealing sealing, UUID member) {
        String text = idNumber.number() + " " + health + " " + (disability == null ? "-" : disability);
        return sealing.seal(member, text + " ".repeat(SEALED_LENGTH - text.length()));
    }

    static Secrets open(Sealing sealing, UUID member, byte[] sealed) {
        String[] parts = sealing.open(member, sealed).split(" ", 4);
        return new Secrets(
                new ResidentId(parts[0]),
                Health.valueOf(parts[1]),
                parts[2].equals("-") ? null : Disability.parse(parts[2]));
    }
}
