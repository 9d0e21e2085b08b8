/** Performance evaluation of the use of money (绩效评价): criteria, marks with evidence, and grades that feed later allocations. */
@NullMarked
package org.jingzhun.funding.performance;

import org.jspecify.annotations.NullMarked;
