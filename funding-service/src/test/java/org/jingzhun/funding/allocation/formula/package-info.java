/** Laws, boundaries and worked examples of the factor formula. */
@NullMarked
package org.jingzhun.funding.allocation.formula;

import org.jspecify.annotations.NullMarked;
