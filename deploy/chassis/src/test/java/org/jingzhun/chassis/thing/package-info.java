/** A small application on the chassis: things that lie in villages, with a resource and a projection. */
@NullMarked
package org.jingzhun.chassis.thing;

import org.jspecify.annotations.NullMarked;
