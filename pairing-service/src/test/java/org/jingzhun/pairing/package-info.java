/** Tests of the service as a whole. */
@NullMarked
package org.jingzhun.pairing;

import org.jspecify.annotations.NullMarked;
