/** The poverty register (建档立卡): who was found poor, why, by which document and standards, and what came later. */
@NullMarked
package org.jingzhun.identification.register;

import org.jspecify.annotations.NullMarked;
