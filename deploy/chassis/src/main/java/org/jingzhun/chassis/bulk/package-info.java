/**
 * Bulk import: rows are checked while they stream in, copied into a staging table, and merged set by set as a job.
 *
 * <p>Own code, because no library covers the way: Spring Batch and JBeret read and write item by item through a framework
 * of steps; pgloader and COPY alone know no rejected rows. Jackson, FastCSV and pgjdbc's COPY do the heavy work.
 */
@NullMarked
package org.jingzhun.chassis.bulk;

import org.jspecify.annotations.NullMarked;
