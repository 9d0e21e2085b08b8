/** Tests of what this service reads from the others. */
@NullMarked
package org.jingzhun.identification.observed;

import org.jspecify.annotations.NullMarked;
