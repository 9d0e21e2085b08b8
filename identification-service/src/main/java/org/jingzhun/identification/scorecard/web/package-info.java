/** Scorecards over HTTP. */
@NullMarked
package org.jingzhun.identification.scorecard.web;

import org.jspecify.annotations.NullMarked;
