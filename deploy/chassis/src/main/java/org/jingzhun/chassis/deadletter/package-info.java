/** Messages that could not be read: kept, counted, listed, replayed. */
@NullMarked
package org.jingzhun.chassis.deadletter;

import org.jspecify.annotations.NullMarked;
