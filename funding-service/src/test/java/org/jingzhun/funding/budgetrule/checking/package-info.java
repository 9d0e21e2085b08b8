/** Tests of the checks. */
@NullMarked
package org.jingzhun.funding.budgetrule.checking;

import org.jspecify.annotations.NullMarked;
