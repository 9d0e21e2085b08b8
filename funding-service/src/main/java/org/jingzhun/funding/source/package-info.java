/** Sources of money (资金来源) and what each county's yearly budget (预算) has of them. */
@NullMarked
package org.jingzhun.funding.source;

import org.jspecify.annotations.NullMarked;
