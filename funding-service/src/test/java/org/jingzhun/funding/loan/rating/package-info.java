/** Ratings. */
@NullMarked
package org.jingzhun.funding.loan.rating;

import org.jspecify.annotations.NullMarked;
