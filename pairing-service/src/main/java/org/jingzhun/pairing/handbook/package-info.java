/** One household, one booklet, one card (一户一册一卡): all that is recorded of a household's help; nobody fills it in. */
@NullMarked
package org.jingzhun.pairing.handbook;

import org.jspecify.annotations.NullMarked;
