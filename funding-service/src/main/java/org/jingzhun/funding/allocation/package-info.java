/** Allocation plans (资金分配方案): from parameters and frozen inputs to approved, booked and published shares. */
@NullMarked
package org.jingzhun.funding.allocation;

import org.jspecify.annotations.NullMarked;
