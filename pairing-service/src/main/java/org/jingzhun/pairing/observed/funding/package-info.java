/** What funding tells of the money that reached a household. */
@NullMarked
package org.jingzhun.pairing.observed.funding;

import org.jspecify.annotations.NullMarked;
