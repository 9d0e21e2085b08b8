/**
 * What tests of every service need: the platform, tokens, the contract held against each exchange, and the tests that are
 * made of the permission matrix.
 *
 * <p>How a new endpoint gets into the matrix: a line in the service's {@code permission-matrix.csv} (without it {@link
 * org.jingzhun.chassis.testing.MatrixTests} fails and says which line to add), and a call of it in the service's {@code
 * OneOfEach}, which makes one thing of each kind as its people would. That call is all the rest needs: ids are taken from
 * paths, {@code Location} and lists; {@code Things.at} says which one, where there are several. Each call that succeeded
 * is tried again by everybody of other areas whose role may, its audit record is looked for, and what it made is read by
 * every role from every area. What cannot be called there has a line with its own reason in {@code
 * src/test/resources/untried.csv}; a line that explains nothing fails. A new table is tried without any filter of the
 * service as soon as a migration has it.
 */
@NullMarked
package org.jingzhun.chassis.testing;

import org.jspecify.annotations.NullMarked;
