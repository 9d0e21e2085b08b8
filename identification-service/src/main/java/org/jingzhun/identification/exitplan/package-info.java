/** The exit plan of a village and year, fixed in two rounds up and down (二上二下). */
@NullMarked
package org.jingzhun.identification.exitplan;

import org.jspecify.annotations.NullMarked;
