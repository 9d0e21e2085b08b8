/** One thing of each kind in a county, made as its people make it: what the permission matrix is tried on. */
@NullMarked
package org.jingzhun.identification.each;

import org.jspecify.annotations.NullMarked;
