/** Starting a service alone: says clearly which part of the platform cannot be reached. */
@NullMarked
package org.jingzhun.chassis.start;

import org.jspecify.annotations.NullMarked;
