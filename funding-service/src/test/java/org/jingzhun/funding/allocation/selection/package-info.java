/** Laws and worked examples of this calculation. */
@NullMarked
package org.jingzhun.funding.allocation.selection;

import org.jspecify.annotations.NullMarked;
