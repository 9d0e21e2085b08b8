/** Tests of dated rules. */
@NullMarked
package org.jingzhun.pairing.policy;

import org.jspecify.annotations.NullMarked;
