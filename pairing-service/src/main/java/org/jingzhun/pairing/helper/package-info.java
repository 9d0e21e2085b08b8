/** Who helps (帮扶力量): units and their cadres, with the quota of households that goes with a rank. */
@NullMarked
package org.jingzhun.pairing.helper;

import org.jspecify.annotations.NullMarked;
