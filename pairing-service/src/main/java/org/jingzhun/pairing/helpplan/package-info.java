/** Help plans (一村一策、一屯一计、一户一方): measures by cause, two rounds up and down, and what came of them. */
@NullMarked
package org.jingzhun.pairing.helpplan;

import org.jspecify.annotations.NullMarked;
