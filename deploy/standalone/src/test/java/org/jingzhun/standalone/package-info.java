/** The launcher: what it refuses, what it keeps, and how it looks after its children. */
@NullMarked
package org.jingzhun.standalone;

import org.jspecify.annotations.NullMarked;
