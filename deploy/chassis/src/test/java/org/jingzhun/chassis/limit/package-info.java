/** What callers may ask of a service at most. */
@NullMarked
package org.jingzhun.chassis.limit;

import org.jspecify.annotations.NullMarked;
