/** What a risk pool bears, how it is split to the fen, and when it stops lending. */
@NullMarked
package org.jingzhun.funding.riskpool.rule;

import org.jspecify.annotations.NullMarked;
