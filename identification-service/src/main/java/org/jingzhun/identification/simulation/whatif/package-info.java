/** Scores answers by two scorecards and counts who is within two lines; pure functions over columns. */
@NullMarked
package org.jingzhun.identification.simulation.whatif;

import org.jspecify.annotations.NullMarked;
