/** Tests of webhooks against a receiver that really listens. */
@NullMarked
package org.jingzhun.chassis.webhook;

import org.jspecify.annotations.NullMarked;
