/** The read model of identification against the real broker. */
@NullMarked
package org.jingzhun.funding.observed.identification;

import org.jspecify.annotations.NullMarked;
