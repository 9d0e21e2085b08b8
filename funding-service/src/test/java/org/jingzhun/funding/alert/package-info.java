/** Alerts over HTTP, and their table of steps. */
@NullMarked
package org.jingzhun.funding.alert;

import org.jspecify.annotations.NullMarked;
