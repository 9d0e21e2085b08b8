/** Weekly briefings (一周一通报): what a week brought, counted once when it is over. */
@NullMarked
package org.jingzhun.pairing.briefing;

import org.jspecify.annotations.NullMarked;
