/** Screening (一票否决、数据比对): matches of people's property with households become flags, which people resolve. */
@NullMarked
package org.jingzhun.identification.screening;

import org.jspecify.annotations.NullMarked;
