package org.jingzhun.funding.budgetrule.checking;

import org.jingzhun.funding.ledger.money.Money;

/**
 * A number that a check used.
 *
 * @param name what it is, a stable code such as {@code REVENUE_BEFORE}
 * @param subject what it is about where there are several of one name, else empty
 * @param origin where it was found, for people: a document, or the budget lines that were added up
 */
public record Figure(String name, String subject, Money amount, String origin) {}
