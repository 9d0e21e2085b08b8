/** Special registers (专项台账): students, patients, disabled, left behind, relocated, holders of certificates. */
@NullMarked
package org.jingzhun.identification.special;

import org.jspecify.annotations.NullMarked;
