/** Visits over HTTP. */
@NullMarked
package org.jingzhun.pairing.visit.web;

import org.jspecify.annotations.NullMarked;
