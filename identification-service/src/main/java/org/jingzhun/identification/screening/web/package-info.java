/** Screening over HTTP. */
@NullMarked
package org.jingzhun.identification.screening.web;

import org.jspecify.annotations.NullMarked;
