/** Benchmarks: each prints what it measured as a ratio to a limit or a peer of the same run. */
@NullMarked
package org.jingzhun.bench;

import org.jspecify.annotations.NullMarked;
