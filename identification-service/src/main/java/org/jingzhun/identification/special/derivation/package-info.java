/** Who is left behind and who is entitled to a subsidy, by rules with versions. */
@NullMarked
package org.jingzhun.identification.special.derivation;

import org.jspecify.annotations.NullMarked;
