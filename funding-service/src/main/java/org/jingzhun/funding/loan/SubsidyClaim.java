package org.jingzhun.funding.loan;

import org.jingzhun.funding.claim.BankClaim;

/**
 * A bank's claim to the subsidised interest of its loans (贴息申请).
 *
 * @param lines how many loans it is about
 */
public record SubsidyClaim(BankClaim claim, Product product, Quarter quarter, long lines) {}
