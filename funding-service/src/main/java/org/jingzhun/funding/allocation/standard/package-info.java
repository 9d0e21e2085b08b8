/** Fixed standards (固定标准): so much for each village, head or first secretary, and no more than there is. */
@NullMarked
package org.jingzhun.funding.allocation.standard;

import org.jspecify.annotations.NullMarked;
