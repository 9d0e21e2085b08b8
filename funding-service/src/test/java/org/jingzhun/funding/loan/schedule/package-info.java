/** Schedules: boundaries and laws. */
@NullMarked
package org.jingzhun.funding.loan.schedule;

import org.jspecify.annotations.NullMarked;
