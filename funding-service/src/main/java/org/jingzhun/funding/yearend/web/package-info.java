/** Year end over HTTP. */
@NullMarked
package org.jingzhun.funding.yearend.web;

import org.jspecify.annotations.NullMarked;
