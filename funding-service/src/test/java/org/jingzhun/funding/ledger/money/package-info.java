/** Laws and boundaries of amounts of money. */
@NullMarked
package org.jingzhun.funding.ledger.money;

import org.jspecify.annotations.NullMarked;
