/** Laws and worked examples of this calculation. */
@NullMarked
package org.jingzhun.funding.allocation.standard;

import org.jspecify.annotations.NullMarked;
