/** The factor formula (因素法): divides an amount over places exactly to the fen, and explains every share. */
@NullMarked
package org.jingzhun.funding.allocation.formula;

import org.jspecify.annotations.NullMarked;
