/** Parcels, imported in bulk; numbers, counted by jobs; things made once: what the chassis is tested with. */
@NullMarked
package org.jingzhun.chassis.parcel;

import org.jspecify.annotations.NullMarked;
