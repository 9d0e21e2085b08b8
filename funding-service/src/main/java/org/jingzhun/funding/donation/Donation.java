package org.jingzhun.funding.donation;

import java.time.LocalDate;
import java.util.UUID;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A donation (捐赠).
 *
 * @param amount of money, or the value of goods
 * @param goods what they are; null for money
 * @param purpose what the donor gave it for; it binds
 * @param fundId the fund it goes into, null for the county's budget
 * @param receiptNumber counts the county's receipts from 1 without gaps
 * @param sourceId the source that stands for this donation in the ledger
 * @param delivered value of goods handed out
 */
public record Donation(
        UUID id,
        long county,
        Donor donor,
        Form form,
        Money amount,
        @Nullable String goods,
        String purpose,
        @Nullable UUID fundId,
        LocalDate receivedOn,
        String documentNumber,
        DonationStage stage,
        @Nullable Long receiptNumber,
        @Nullable LocalDate receiptedOn,
        @Nullable UUID sourceId,
        @Nullable UUID entryId,
        Money delivered,
        long revision) {

    private static final long COUNTY = 1_000_000;

    /** What it is. */
    public enum Form {
        MONEY,
        GOODS
    }

    /** The receipt's number as it is printed: county and eight digits; empty while there is none. */
    public String receipt() {
        return receiptNumber == null ? "" : "%06d-%08d".formatted(county / COUNTY, receiptNumber);
    }

    int year() {
        return receivedOn.getYear();
    }

    Donation receipted(long number, LocalDate on) {
        return new Donation(
                id,
                county,
                donor,
                form,
                amount,
                goods,
                purpose,
                fundId,
                receivedOn,
                documentNumber,
                DonationStage.RECEIPTED,
                number,
                on,
                sourceId,
                entryId,
                delivered,
                revision);
    }

    Donation booked(UUID source, UUID entry) {
        return new Donation(
                id,
                county,
                donor,
                form,
                amount,
                goods,
                purpose,
                fundId,
                receivedOn,
                documentNumber,
                stage,
                receiptNumber,
                receiptedOn,
                source,
                entry,
                delivered,
                revision);
    }
}
