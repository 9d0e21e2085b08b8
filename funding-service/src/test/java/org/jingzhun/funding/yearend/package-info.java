/** Tests of year ends and idle money. */
@NullMarked
package org.jingzhun.funding.yearend;

import org.jspecify.annotations.NullMarked;
