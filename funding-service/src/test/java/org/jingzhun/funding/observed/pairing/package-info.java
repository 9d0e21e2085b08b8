/** The read model of pairing against the real broker. */
@NullMarked
package org.jingzhun.funding.observed.pairing;

import org.jspecify.annotations.NullMarked;
