/** The file of a household (精准扶贫档案): everything that was decided about it and why, with hashes that show a change. */
@NullMarked
package org.jingzhun.identification.archive;

import org.jspecify.annotations.NullMarked;
