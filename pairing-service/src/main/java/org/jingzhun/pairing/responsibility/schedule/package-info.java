/** Numbers laid over years and divisions, a calculation. */
@NullMarked
package org.jingzhun.pairing.responsibility.schedule;

import org.jspecify.annotations.NullMarked;
