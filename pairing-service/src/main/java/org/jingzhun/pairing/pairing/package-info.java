/** Who helps which household (结对): pairings and their append-only history. */
@NullMarked
package org.jingzhun.pairing.pairing;

import org.jspecify.annotations.NullMarked;
