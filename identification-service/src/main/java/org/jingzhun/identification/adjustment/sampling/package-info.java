/** Draws samples that anybody can draw again, and what they say of the whole (抽样). */
@NullMarked
package org.jingzhun.identification.adjustment.sampling;

import org.jspecify.annotations.NullMarked;
