/** HTTP conventions of the suite: slices and streams of lists, problem details, revisions as entity tags. */
@NullMarked
package org.jingzhun.chassis.http;

import org.jspecify.annotations.NullMarked;
