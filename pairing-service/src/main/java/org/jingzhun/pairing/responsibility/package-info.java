/** Responsibility (责任制): targets worked back from the final year, and letters that promise them level by level. */
@NullMarked
package org.jingzhun.pairing.responsibility;

import org.jspecify.annotations.NullMarked;
