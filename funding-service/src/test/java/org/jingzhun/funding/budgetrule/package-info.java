/** Tests of the rules of input. */
@NullMarked
package org.jingzhun.funding.budgetrule;

import org.jspecify.annotations.NullMarked;
