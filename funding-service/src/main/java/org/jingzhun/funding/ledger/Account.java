package org.jingzhun.funding.ledger;

import java.util.UUID;
import org.jingzhun.funding.ledger.money.Money;

/**
 * An account (账户) as it stands.
 *
 * @param balance sum of its postings
 */
public record Account(UUID id, AccountKey key, Money balance) {}
