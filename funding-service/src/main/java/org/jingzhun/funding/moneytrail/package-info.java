/** The money's trail (资金流向): from its source to who received it and back, and totals, read from the ledger and proven by it. */
@NullMarked
package org.jingzhun.funding.moneytrail;

import org.jspecify.annotations.NullMarked;
