/**
 * Idempotency-Key: a POST that is sent again gets the first answer again.
 *
 * <p>Own code: there is no extension for it that commits the answer in the transaction of the change.
 */
@NullMarked
package org.jingzhun.chassis.idempotency;

import org.jspecify.annotations.NullMarked;
