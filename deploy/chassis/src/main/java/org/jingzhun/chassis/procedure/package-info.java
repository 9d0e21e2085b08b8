/** Procedures as tables (程序): who may take which step from where, and the signatures of those who did. */
@NullMarked
package org.jingzhun.chassis.procedure;

import org.jspecify.annotations.NullMarked;
