/** Tells others what changed (对外告知). */
@NullMarked
package org.jingzhun.pairing.announcing;

import org.jspecify.annotations.NullMarked;
