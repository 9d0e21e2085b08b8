/** Pictures taken at visits (走访照片), kept by the hash of their content. */
@NullMarked
package org.jingzhun.pairing.photo;

import org.jspecify.annotations.NullMarked;
