/** Claims of banks against public money (银行申领): one procedure for interest subsidies and compensations. */
@NullMarked
package org.jingzhun.funding.claim;

import org.jspecify.annotations.NullMarked;
