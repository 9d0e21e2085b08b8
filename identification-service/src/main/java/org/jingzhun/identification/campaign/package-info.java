/** Campaigns of identification (精准识别): rounds, the nine gates, notices, objections, ranking and the cut line. */
@NullMarked
package org.jingzhun.identification.campaign;

import org.jspecify.annotations.NullMarked;
