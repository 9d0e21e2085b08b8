/** Runs plain SQL in the current transaction, for rows without behaviour. */
@NullMarked
package org.jingzhun.funding.query;

import org.jspecify.annotations.NullMarked;
