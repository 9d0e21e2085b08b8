/** Which unit helps which village (单位定点帮扶). */
@NullMarked
package org.jingzhun.pairing.link;

import org.jspecify.annotations.NullMarked;
