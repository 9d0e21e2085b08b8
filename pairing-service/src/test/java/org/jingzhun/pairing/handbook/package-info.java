/** Tests of the booklet's words and needs. */
@NullMarked
package org.jingzhun.pairing.handbook;

import org.jspecify.annotations.NullMarked;
