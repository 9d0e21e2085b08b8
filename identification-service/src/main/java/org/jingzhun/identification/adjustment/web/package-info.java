/** Adjustment rounds and quality checks over HTTP. */
@NullMarked
package org.jingzhun.identification.adjustment.web;

import org.jspecify.annotations.NullMarked;
