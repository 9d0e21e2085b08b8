/** The clock and the calendar of the suite (Asia/Shanghai). */
@NullMarked
package org.jingzhun.chassis.time;

import org.jspecify.annotations.NullMarked;
