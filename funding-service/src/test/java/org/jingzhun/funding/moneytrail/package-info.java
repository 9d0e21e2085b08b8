/** Money added up by what it is for. */
@NullMarked
package org.jingzhun.funding.moneytrail;

import org.jspecify.annotations.NullMarked;
