/** Dividing assets into shares and income into floor and dividend, exact to the fen. */
@NullMarked
package org.jingzhun.funding.asset.share;

import org.jspecify.annotations.NullMarked;
