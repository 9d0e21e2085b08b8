/** Points and grades of an evaluation, a calculation. */
@NullMarked
package org.jingzhun.pairing.evaluation.scoring;

import org.jspecify.annotations.NullMarked;
