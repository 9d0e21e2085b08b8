/** What-if simulations (模拟测算): who would move in and out with another scorecard, line or quota. Decides nothing. */
@NullMarked
package org.jingzhun.identification.simulation;

import org.jspecify.annotations.NullMarked;
