/** Competitive allocation (竞争性分配): the proposals of the greatest score that money and rules allow, with its proof. */
@NullMarked
package org.jingzhun.funding.allocation.selection;

import org.jspecify.annotations.NullMarked;
