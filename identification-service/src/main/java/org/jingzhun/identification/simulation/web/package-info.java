/** Simulations over HTTP. */
@NullMarked
package org.jingzhun.identification.simulation.web;

import org.jspecify.annotations.NullMarked;
