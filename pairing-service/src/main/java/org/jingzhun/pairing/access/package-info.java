/** The roles of callers. */
@NullMarked
package org.jingzhun.pairing.access;

import org.jspecify.annotations.NullMarked;
