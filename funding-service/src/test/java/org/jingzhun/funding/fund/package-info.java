/** Rules of use as they ship. */
@NullMarked
package org.jingzhun.funding.fund;

import org.jspecify.annotations.NullMarked;
