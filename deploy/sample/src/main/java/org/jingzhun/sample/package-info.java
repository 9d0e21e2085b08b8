/** A synthetic population, calibrated to published figures: the same seed gives the same bytes. */
@NullMarked
package org.jingzhun.sample;

import org.jspecify.annotations.NullMarked;
