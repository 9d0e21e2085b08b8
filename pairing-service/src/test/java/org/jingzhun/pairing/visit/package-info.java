@NullMarked
package org.jingzhun.pairing.visit;

import org.jspecify.annotations.NullMarked;
