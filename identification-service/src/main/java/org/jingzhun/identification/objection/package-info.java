/** Objections (异议) to cases whose notice is up: taken down for anybody, decided by what others found. */
@NullMarked
package org.jingzhun.identification.objection;

import org.jspecify.annotations.NullMarked;
