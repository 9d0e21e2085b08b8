/** Yearly evaluations (年度考核) of counties, units and helpers: by dated criteria, with a veto, explained by figures. */
@NullMarked
package org.jingzhun.pairing.evaluation;

import org.jspecify.annotations.NullMarked;
