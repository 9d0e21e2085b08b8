/** Scores a whole campaign anew by another edition of its scorecard (重新计分). */
@NullMarked
package org.jingzhun.identification.scoring;

import org.jspecify.annotations.NullMarked;
