/** The money's trail over HTTP. */
@NullMarked
package org.jingzhun.funding.moneytrail.web;

import org.jspecify.annotations.NullMarked;
