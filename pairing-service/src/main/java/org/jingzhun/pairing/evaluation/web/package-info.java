/** Yearly evaluations over HTTP. */
@NullMarked
package org.jingzhun.pairing.evaluation.web;

import org.jspecify.annotations.NullMarked;
