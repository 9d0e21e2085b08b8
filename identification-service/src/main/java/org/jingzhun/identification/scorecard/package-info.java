/** The scorecards (识别指标体系) that ship with the service, in versions with validity and source. */
@NullMarked
package org.jingzhun.identification.scorecard;

import org.jspecify.annotations.NullMarked;
