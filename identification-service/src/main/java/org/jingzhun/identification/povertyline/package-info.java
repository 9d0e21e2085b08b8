/** Lines of income a head (贫困线、监测线) by purpose, year and place, each with its source. */
@NullMarked
package org.jingzhun.identification.povertyline;

import org.jspecify.annotations.NullMarked;
