package org.jingzhun.funding.loan.schedule;

import java.time.LocalDate;
import org.jingzhun.funding.ledger.money.Money;

/** Principal that falls due on a day, as planned. */
public record Due(LocalDate on, Money principal) {}
