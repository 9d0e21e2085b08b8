/** Reads events in batches and hands each batch to one set-based upsert. */
@NullMarked
package org.jingzhun.chassis.projection;

import org.jspecify.annotations.NullMarked;
