/** Needs and offers brought together, a calculation. */
@NullMarked
package org.jingzhun.pairing.social.matching;

import org.jspecify.annotations.NullMarked;
