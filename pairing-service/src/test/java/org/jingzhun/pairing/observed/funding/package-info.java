/** How events of funding change what this service believes. */
@NullMarked
package org.jingzhun.pairing.observed.funding;

import org.jspecify.annotations.NullMarked;
