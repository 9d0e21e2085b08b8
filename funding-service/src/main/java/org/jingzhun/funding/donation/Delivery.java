package org.jingzhun.funding.donation;

import java.time.LocalDate;
import java.util.UUID;
import org.jingzhun.funding.ledger.money.Money;

/** Goods handed out in a village (物资发放). */
public record Delivery(
        UUID id, long village, Money value, String description, LocalDate deliveredOn, String documentNumber) {}
