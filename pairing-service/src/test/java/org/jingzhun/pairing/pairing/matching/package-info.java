/** Laws and examples of the matching. */
@NullMarked
package org.jingzhun.pairing.pairing.matching;

import org.jspecify.annotations.NullMarked;
