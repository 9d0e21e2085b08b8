/** Why a household is poor (致贫原因): the code list that the register, the skills of helpers and the plans share. */
@NullMarked
package org.jingzhun.pairing.cause;

import org.jspecify.annotations.NullMarked;
