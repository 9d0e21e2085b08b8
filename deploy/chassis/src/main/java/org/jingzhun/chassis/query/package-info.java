/** Runs plain SQL in the current transaction, for rows without behaviour. */
@NullMarked
package org.jingzhun.chassis.query;

import org.jspecify.annotations.NullMarked;
