/** Tests of links. */
@NullMarked
package org.jingzhun.pairing.link;

import org.jspecify.annotations.NullMarked;
