/** Sharing of losses: boundaries and laws. */
@NullMarked
package org.jingzhun.funding.riskpool.rule;

import org.jspecify.annotations.NullMarked;
