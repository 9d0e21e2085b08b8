/** Tests of disbursements. */
@NullMarked
package org.jingzhun.funding.disbursement;

import org.jspecify.annotations.NullMarked;
