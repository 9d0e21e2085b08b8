/** Funds (扶贫基金): what they hold, the rules of use, loans and grants, utilisation. */
@NullMarked
package org.jingzhun.funding.fund;

import org.jspecify.annotations.NullMarked;
