/** Personal data at rest: sealed under a set of keys of which one after the other can be taken out of use. */
@NullMarked
package org.jingzhun.chassis.sealing;

import org.jspecify.annotations.NullMarked;
