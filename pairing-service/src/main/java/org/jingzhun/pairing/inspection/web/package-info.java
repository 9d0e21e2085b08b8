/** Inspections over HTTP. */
@NullMarked
package org.jingzhun.pairing.inspection.web;

import org.jspecify.annotations.NullMarked;
