/** Scorings of campaigns over HTTP. */
@NullMarked
package org.jingzhun.identification.scoring.web;

import org.jspecify.annotations.NullMarked;
