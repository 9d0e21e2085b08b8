/** Net income from stated amounts, with its proof. */
@NullMarked
package org.jingzhun.identification.income.computing;

import org.jspecify.annotations.NullMarked;
