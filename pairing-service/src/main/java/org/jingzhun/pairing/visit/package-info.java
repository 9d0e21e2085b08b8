/** Visits of helpers to their households (走访): what they did, what was earned, and which risks they saw. */
@NullMarked
package org.jingzhun.pairing.visit;

import org.jspecify.annotations.NullMarked;
