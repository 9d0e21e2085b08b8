/** Duty of first secretaries and resident teams (驻村工作): days in the village, leave, absence. */
@NullMarked
package org.jingzhun.pairing.duty;

import org.jspecify.annotations.NullMarked;
