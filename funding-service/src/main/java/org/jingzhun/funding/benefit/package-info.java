/** What households may receive (惠农补贴): dated rules of amount, period, receiver, source, and how long after exit. */
@NullMarked
package org.jingzhun.funding.benefit;

import org.jspecify.annotations.NullMarked;
