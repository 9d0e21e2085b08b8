/** Assets built by poverty-alleviation money (扶贫资产): shares of villages and households, dividends, the operator's duty. */
@NullMarked
package org.jingzhun.funding.asset;

import org.jspecify.annotations.NullMarked;
