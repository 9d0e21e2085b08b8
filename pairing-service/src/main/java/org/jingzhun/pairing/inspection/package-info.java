/** Unannounced inspections (督查暗访): drawn by lot, seen by nobody before their day, reported once. */
@NullMarked
package org.jingzhun.pairing.inspection;

import org.jspecify.annotations.NullMarked;
