/** Chinese and English labels of all enumerations. */
@NullMarked
package org.jingzhun.pairing.codelist;

import org.jspecify.annotations.NullMarked;
