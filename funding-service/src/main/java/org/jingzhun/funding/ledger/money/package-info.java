/** Amounts of money as integer fen: the only type in which yuan travel through this service. */
@NullMarked
package org.jingzhun.funding.ledger.money;

import org.jspecify.annotations.NullMarked;
