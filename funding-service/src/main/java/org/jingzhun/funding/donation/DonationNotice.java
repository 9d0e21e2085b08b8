package org.jingzhun.funding.donation;

import java.time.LocalDate;
import java.util.UUID;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A donation as everybody sees it.
 *
 * @param donor as the donor asked for
 * @param used what has reached those it was given for
 */
public record DonationNotice(
        UUID id,
        String receipt,
        long county,
        String donor,
        Donation.Form form,
        Money amount,
        @Nullable String goods,
        String purpose,
        LocalDate receivedOn,
        boolean returned,
        Money used) {}
