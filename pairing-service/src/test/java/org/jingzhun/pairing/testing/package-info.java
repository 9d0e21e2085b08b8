/** The service seen from outside: its clients, its neighbours. */
@NullMarked
package org.jingzhun.pairing.testing;

import org.jspecify.annotations.NullMarked;
