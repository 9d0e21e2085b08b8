/** Households over HTTP. */
@NullMarked
package org.jingzhun.identification.household.web;

import org.jspecify.annotations.NullMarked;
