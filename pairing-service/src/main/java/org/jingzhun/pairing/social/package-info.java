/** Social help (社会扶贫): needs and offers published and matched, confirmed by the receiver, honoured. */
@NullMarked
package org.jingzhun.pairing.social;

import org.jspecify.annotations.NullMarked;
