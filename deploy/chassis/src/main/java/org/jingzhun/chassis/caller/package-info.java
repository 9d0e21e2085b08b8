/** Who asks, with which roles and over which divisions; sets row-level security at transaction start. */
@NullMarked
package org.jingzhun.chassis.caller;

import org.jspecify.annotations.NullMarked;
