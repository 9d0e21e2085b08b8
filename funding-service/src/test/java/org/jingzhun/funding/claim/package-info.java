/** The table of a bank's claim. */
@NullMarked
package org.jingzhun.funding.claim;

import org.jspecify.annotations.NullMarked;
