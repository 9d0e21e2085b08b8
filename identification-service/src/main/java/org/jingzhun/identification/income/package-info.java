/** What a household earned in a period, by the versioned list of what counts. */
@NullMarked
package org.jingzhun.identification.income;

import org.jspecify.annotations.NullMarked;
