/** Disbursement (资金拨付): from what is due, through three signatures and the negative list, to the bank and back. */
@NullMarked
package org.jingzhun.funding.disbursement;

import org.jspecify.annotations.NullMarked;
