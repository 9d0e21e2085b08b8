/** What this service believes second-hand about identification: divisions and the poverty register. */
@NullMarked
package org.jingzhun.pairing.observed.identification;

import org.jspecify.annotations.NullMarked;
