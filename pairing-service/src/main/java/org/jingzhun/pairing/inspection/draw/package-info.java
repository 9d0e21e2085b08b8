/** The draw of villages to be inspected, a calculation. */
@NullMarked
package org.jingzhun.pairing.inspection.draw;

import org.jspecify.annotations.NullMarked;
