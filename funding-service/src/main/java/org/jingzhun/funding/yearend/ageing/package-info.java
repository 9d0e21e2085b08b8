/** The age of money (结转年限), followed through the journal. */
@NullMarked
package org.jingzhun.funding.yearend.ageing;

import org.jspecify.annotations.NullMarked;
