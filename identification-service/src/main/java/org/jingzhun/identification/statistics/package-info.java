/** Statistics (统计): households and persons of the register by place and year, beside the figures of the bureaus. */
@NullMarked
package org.jingzhun.identification.statistics;

import org.jspecify.annotations.NullMarked;
