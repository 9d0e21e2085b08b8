/** Double-entry ledger (复式记账) in integer fen: append-only, balanced, hash-chained by county. */
@NullMarked
package org.jingzhun.funding.ledger;

import org.jspecify.annotations.NullMarked;
