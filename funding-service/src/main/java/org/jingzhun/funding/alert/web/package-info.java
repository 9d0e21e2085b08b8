/** Alerts over HTTP. */
@NullMarked
package org.jingzhun.funding.alert.web;

import org.jspecify.annotations.NullMarked;
