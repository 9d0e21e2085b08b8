/** Receipts and names of donors. */
@NullMarked
package org.jingzhun.funding.donation;

import org.jspecify.annotations.NullMarked;
