/** The red and the black list (红黑榜): proposed, told, replied to, published by another person, and taken off again. */
@NullMarked
package org.jingzhun.pairing.redblack;

import org.jspecify.annotations.NullMarked;
