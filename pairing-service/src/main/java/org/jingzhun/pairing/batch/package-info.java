/** Whole batches in one statement: arrays as parameters, one for each column. */
@NullMarked
package org.jingzhun.pairing.batch;

import org.jspecify.annotations.NullMarked;
