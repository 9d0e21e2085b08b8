/** Looks for people's numbers wherever a run of the suite has left something. */
@NullMarked
package org.jingzhun.acceptance.personal;

import org.jspecify.annotations.NullMarked;
