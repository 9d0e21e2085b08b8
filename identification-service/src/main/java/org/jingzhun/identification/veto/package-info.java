/** Lists of vetoes (一票否决清单): what rules a household out of the poverty register, in versions with their source. */
@NullMarked
package org.jingzhun.identification.veto;

import org.jspecify.annotations.NullMarked;
