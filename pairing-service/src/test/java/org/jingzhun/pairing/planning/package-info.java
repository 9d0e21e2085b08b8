/** Tests of the procedure of plans. */
@NullMarked
package org.jingzhun.pairing.planning;

import org.jspecify.annotations.NullMarked;
