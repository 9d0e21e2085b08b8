/** Writes events to the outbox table in the transaction of the change; Debezium carries them to Kafka. */
@NullMarked
package org.jingzhun.chassis.outbox;

import org.jspecify.annotations.NullMarked;
