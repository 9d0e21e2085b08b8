/** Adjustment rounds (动态调整轮次) and their quality checks: inspection, cross-check and look-back. */
@NullMarked
package org.jingzhun.identification.adjustment;

import org.jspecify.annotations.NullMarked;
