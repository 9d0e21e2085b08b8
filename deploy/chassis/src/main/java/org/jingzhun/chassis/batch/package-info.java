/** Many rows in one statement. */
@NullMarked
package org.jingzhun.chassis.batch;

import org.jspecify.annotations.NullMarked;
