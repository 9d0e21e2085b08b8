/** What rules of use let pass, and how funds draw on their sources. */
@NullMarked
package org.jingzhun.funding.fund.rule;

import org.jspecify.annotations.NullMarked;
