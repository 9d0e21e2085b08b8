/** What a concept implements to contribute its section to the file of a household. */
@NullMarked
package org.jingzhun.identification.archive.section;

import org.jspecify.annotations.NullMarked;
