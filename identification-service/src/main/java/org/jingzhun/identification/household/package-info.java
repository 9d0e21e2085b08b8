/** Households (农户) and their members (家庭成员): the roster that every other concept stands on. */
@NullMarked
package org.jingzhun.identification.household;

import org.jspecify.annotations.NullMarked;
