/** Signatures with a key that is made of a secret of the configuration. */
@NullMarked
package org.jingzhun.chassis.signing;

import org.jspecify.annotations.NullMarked;
