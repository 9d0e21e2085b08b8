/** Exit from poverty (退出): households, villages and counties leave by the standard of their year and keep meeting it. */
@NullMarked
package org.jingzhun.identification.exit;

import org.jspecify.annotations.NullMarked;
