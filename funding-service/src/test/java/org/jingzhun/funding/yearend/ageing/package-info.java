/** Tests of the age of money. */
@NullMarked
package org.jingzhun.funding.yearend.ageing;

import org.jspecify.annotations.NullMarked;
