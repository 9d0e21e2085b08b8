/** Schedules of loans (还款计划), interest by the day, what is overdue and what of the interest is subsidised. */
@NullMarked
package org.jingzhun.funding.loan.schedule;

import org.jspecify.annotations.NullMarked;
