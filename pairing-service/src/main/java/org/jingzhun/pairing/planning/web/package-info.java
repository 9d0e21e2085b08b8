/** Pairing plans, over HTTP. */
@NullMarked
package org.jingzhun.pairing.planning.web;

import org.jspecify.annotations.NullMarked;
