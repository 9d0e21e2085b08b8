/** Whether a department's data are young enough and cover enough of a county (数据时效与覆盖). */
@NullMarked
package org.jingzhun.identification.screening.coverage;

import org.jspecify.annotations.NullMarked;
