/** Alerts (预警): facts that should not be, found by scans, with an owner, a deadline and a close. */
@NullMarked
package org.jingzhun.funding.alert;

import org.jspecify.annotations.NullMarked;
