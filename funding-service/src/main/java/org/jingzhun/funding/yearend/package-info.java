/** Year end (年终结转): closing a county's year, the age of the money that is left, and taking back what lies idle. */
@NullMarked
package org.jingzhun.funding.yearend;

import org.jspecify.annotations.NullMarked;
