/** Problems (问题台账): raised from below, on the table of a leading group, solved within the week or passed upwards. */
@NullMarked
package org.jingzhun.pairing.problem;

import org.jspecify.annotations.NullMarked;
