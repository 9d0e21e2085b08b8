/** Tests of pairings. */
@NullMarked
package org.jingzhun.pairing.pairing;

import org.jspecify.annotations.NullMarked;
