/** Hamlets (自然屯): where they lie and which adjoin each other, as counties told. */
@NullMarked
package org.jingzhun.pairing.hamlet;

import org.jspecify.annotations.NullMarked;
