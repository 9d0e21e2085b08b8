/**
 * Long work as jobs: queued with the transaction that asks, leased, checkpointed, taken over from a process that died.
 *
 * <p>Own code, because the known schedulers do not fit: Quartz and the Quarkus scheduler know triggers but neither
 * progress nor checkpoints; db-scheduler and JobRunr keep leases, but do not run as the caller under row-level security,
 * commit no checkpoint with the work and have no cancellation or result to show. What is left to write is one table and
 * a loop around {@code for update skip locked}.
 */
@NullMarked
package org.jingzhun.chassis.job;

import org.jspecify.annotations.NullMarked;
