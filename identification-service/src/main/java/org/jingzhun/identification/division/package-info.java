/** The register of divisions (行政区划) with validity, successors and the rural population of the villages. */
@NullMarked
package org.jingzhun.identification.division;

import org.jspecify.annotations.NullMarked;
