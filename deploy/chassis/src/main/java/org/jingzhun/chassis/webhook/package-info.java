/** Sends the service's own events to systems without Kafka: subscriptions, signed, retried, in order for each household. */
@NullMarked
package org.jingzhun.chassis.webhook;

import org.jspecify.annotations.NullMarked;
