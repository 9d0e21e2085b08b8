/** How events of identification change what this service believes. */
@NullMarked
package org.jingzhun.pairing.observed.identification;

import org.jspecify.annotations.NullMarked;
