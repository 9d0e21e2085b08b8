/** The roles of callers and what each of them needs to see. */
@NullMarked
package org.jingzhun.identification.access;

import org.jspecify.annotations.NullMarked;
