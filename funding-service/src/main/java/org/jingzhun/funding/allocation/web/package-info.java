/** Allocation plans and their shares over HTTP. */
@NullMarked
package org.jingzhun.funding.allocation.web;

import org.jspecify.annotations.NullMarked;
