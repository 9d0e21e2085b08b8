/** What pairing-service has told of the helpers of households. */
@NullMarked
package org.jingzhun.identification.observed.pairing;

import org.jspecify.annotations.NullMarked;
