/** Multidimensional poverty (多维贫困) after Alkire and Foster; pure functions over deprivations. */
@NullMarked
package org.jingzhun.identification.statistics.multidimensional;

import org.jspecify.annotations.NullMarked;
