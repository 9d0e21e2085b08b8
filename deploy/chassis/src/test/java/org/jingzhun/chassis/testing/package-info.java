/** What tests of every service need: the platform, tokens, and the contract held against each exchange. */
@NullMarked
package org.jingzhun.chassis.testing;

import org.jspecify.annotations.NullMarked;
