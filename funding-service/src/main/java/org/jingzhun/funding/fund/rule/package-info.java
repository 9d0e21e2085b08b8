/** Whether an application keeps the rule of use of its fund. */
@NullMarked
package org.jingzhun.funding.fund.rule;

import org.jspecify.annotations.NullMarked;
