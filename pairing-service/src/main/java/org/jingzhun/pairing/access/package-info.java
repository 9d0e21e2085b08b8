/** What requests share: the roles of callers and the codes of divisions. */
@NullMarked
package org.jingzhun.pairing.access;

import org.jspecify.annotations.NullMarked;
