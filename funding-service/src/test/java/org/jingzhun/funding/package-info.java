/** Tests of the service as a whole: its story over HTTP, its contract, its architecture. */
@NullMarked
package org.jingzhun.funding;

import org.jspecify.annotations.NullMarked;
