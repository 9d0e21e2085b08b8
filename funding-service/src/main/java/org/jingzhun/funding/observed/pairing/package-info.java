/** What this service believes second-hand about pairing: who helps a household, and who is first secretary. */
@NullMarked
package org.jingzhun.funding.observed.pairing;

import org.jspecify.annotations.NullMarked;
