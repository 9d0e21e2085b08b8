/** Pairings, over HTTP. */
@NullMarked
package org.jingzhun.pairing.pairing.web;

import org.jspecify.annotations.NullMarked;
