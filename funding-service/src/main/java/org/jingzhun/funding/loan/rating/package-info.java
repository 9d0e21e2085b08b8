/** Rates households' credit (评级授信): points by criteria, a grade and a line. */
@NullMarked
package org.jingzhun.funding.loan.rating;

import org.jspecify.annotations.NullMarked;
