package org.jingzhun.funding.yearend;

import org.jingzhun.funding.ledger.Account;
import org.jingzhun.funding.yearend.ageing.Lot;

/**
 * Money of one age that an account held on a day.
 *
 * @param account as it stands now
 * @param lot what it held of that year's money then
 * @param age ends of years that the money had seen
 */
public record IdleMoney(Account account, Lot lot, int age, IdleBand band) {}
