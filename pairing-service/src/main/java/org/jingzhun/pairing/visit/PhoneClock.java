package org.jingzhun.pairing.visit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jingzhun.chassis.time.Clocks;

/**
 * The clock of a phone beside that of the server.
 *
 * @param offset the server's clock less the phone's
 * @param isWrong whether that is more than the policy tolerates
 */
public record PhoneClock(Duration offset, boolean isWrong) {

    /** @param tolerance by which a clock may differ */
    public static PhoneClock of(Instant server, Instant phone, Duration tolerance) {
        Duration offset = Duration.between(phone, server).truncatedTo(ChronoUnit.SECONDS);
        return new PhoneClock(offset, offset.abs().compareTo(tolerance) > 0);
    }

    /**
     * The day by the server's clock. A wrong clock shifts it by as many days as the moment of writing shifts: whoever
     * wrote "yesterday" means the day before the writing.
     */
    public LocalDate judged(LocalDate said, Instant writtenAt) {
        if (!isWrong) {
            return said;
        }
        LocalDate phoneDay = LocalDate.ofInstant(writtenAt, Clocks.SHANGHAI);
        LocalDate serverDay = LocalDate.ofInstant(writtenAt.plus(offset), Clocks.SHANGHAI);
        return said.plusDays(ChronoUnit.DAYS.between(phoneDay, serverDay));
    }
}
