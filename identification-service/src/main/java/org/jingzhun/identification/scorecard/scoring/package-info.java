/** Scoring (计分): turns the answers of a household into a score with its proof; pure functions over records. */
@NullMarked
package org.jingzhun.identification.scorecard.scoring;

import org.jspecify.annotations.NullMarked;
